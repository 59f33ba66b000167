package org.isoflop.ui.input;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.IEditorInput;
import org.isoflop.core.study.OpenStudy;
import org.isoflop.core.study.Studies;

/** Reads the study of an editor input. Reading may block, so it belongs into a job. */
@FunctionalInterface
public interface InputReader {

    /**
     * Reads the study.
     *
     * @return the study with its findings
     * @throws IOException
     *             if it cannot be read at all
     */
    OpenStudy read() throws IOException;

    /**
     * Finds the reader of an input.
     *
     * @param input
     *            an input of the workbench
     * @return its reader, or empty if the input is neither a file nor an untitled study
     */
    static Optional<InputReader> of(IEditorInput input) {
        if (input instanceof UntitledInput untitled) {
            return Optional.of(() -> Studies.read(untitled.content(), untitled.getName()));
        }
        return path(input).map(InputReader::of);
    }

    /**
     * Returns the reader of a file.
     *
     * @param file
     *            the file
     * @return its reader
     */
    static InputReader of(Path file) {
        return () -> Studies.open(file);
    }

    /**
     * Finds the file of an input.
     *
     * @param input
     *            an input of the workbench
     * @return its file, or empty if it has none
     */
    static Optional<Path> path(IEditorInput input) {
        URI uri = Adapters.adapt(input, URI.class);
        if (uri == null && Platform.getBundle(IdeInputs.BUNDLE) != null) {
            uri = IdeInputs.uri(input);
        }
        if (uri == null || !"file".equals(uri.getScheme())) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(uri));
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }
}
