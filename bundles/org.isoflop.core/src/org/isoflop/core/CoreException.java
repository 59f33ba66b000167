package org.isoflop.core;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

import org.isoflop.analysis.Localised;

/**
 * A request that cannot be answered, with the reason in one sentence. {@link #getMessage()} gives it in the default
 * locale.
 */
public class CoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Object[] arguments;

    /**
     * Creates the refusal.
     *
     * @param code
     *            a stable code such as {@code E_NO_SUCH_LAW}; the sentence stands under {@code error.<code>}
     * @param arguments
     *            the arguments of the sentence; those that are {@link Localised} follow its language
     */
    public CoreException(String code, Object... arguments) {
        this.code = code;
        this.arguments = arguments.clone();
    }

    /**
     * Says in words why a file or folder could not be written.
     *
     * @param file
     *            the file or folder
     * @param cause
     *            what the file system answered
     * @return the refusal
     */
    public static CoreException cannotWrite(Path file, IOException cause) {
        String name = cause instanceof FileSystemException failed && failed.getFile() != null ? failed.getFile()
                : file.toString();
        return switch (cause) {
            case AccessDeniedException denied -> new CoreException("E_WRITE_DENIED", name);
            case NoSuchFileException missing -> new CoreException("E_NO_FOLDER", name);
            case FileAlreadyExistsException there -> new CoreException("E_NOT_A_FOLDER", name);
            case FileSystemException failed when failed.getReason() != null ->
                new CoreException("E_CANNOT_WRITE", name, failed.getReason());
            default -> new CoreException("E_CANNOT_WRITE", name, String.valueOf(cause.getMessage()));
        };
    }

    /**
     * Returns the stable code, for programs.
     *
     * @return such as {@code E_NO_SUCH_LAW}
     */
    public String code() {
        return code;
    }

    /**
     * Returns the sentence in one language.
     *
     * @param locale
     *            the language
     * @return one sentence
     */
    public String message(Locale locale) {
        return Messages.text(locale, "error." + code, Arrays.stream(arguments)
                .map(argument -> argument instanceof Localised words ? words.text(locale) : argument).toArray());
    }

    @Override
    public String getMessage() {
        return message(Locale.getDefault());
    }
}
