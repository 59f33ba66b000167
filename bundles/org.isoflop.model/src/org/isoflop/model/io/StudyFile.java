package org.isoflop.model.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;

import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.Study;
import org.isoflop.model.validate.Position;

/**
 * Opens and saves .isoflop files. Opening reads the one file and nothing else; saving either happens whole or leaves
 * what was there.
 */
public final class StudyFile {

    private static final int MOST_LINKS = 40;
    private static final Set<PosixFilePermission> WRITE = Set.of(PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private StudyFile() {
    }

    /**
     * Reads a study from a file. A file that cannot be read gives a finding and no study; nothing is thrown.
     *
     * @param path a regular file or a link to one
     * @return the study with what was found and the stamp of the file
     */
    public static ReadResult read(Path path) {
        return read(path, new Disk());
    }

    static ReadResult read(Path path, Disk disk) {
        try {
            Content content = content(path, disk);
            return StudyReader.read(content.bytes(), path.toString())
                    .withStamp(stamp(content.bytes(), content.attributes()));
        } catch (Unreadable e) {
            return StudyReader.unreadable(path.toString(), e.position(), e.code(), e.arguments());
        }
    }

    /** What stands in a regular file that is not too large. */
    static Content content(Path path, Disk disk) throws Unreadable {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                throw refused("E_DIRECTORY");
            }
            if (!attributes.isRegularFile()) {
                throw refused("E_SPECIAL_FILE");
            }
            if (attributes.size() > Limits.DOCUMENT_BYTES) {
                throw refused("E_TOO_LARGE", Limits.DOCUMENT_BYTES / (1024 * 1024));
            }
            try (InputStream stream = disk.open(path)) {
                return new Content(stream.readNBytes(Limits.DOCUMENT_BYTES + 1), attributes);
            }
        } catch (NoSuchFileException e) {
            throw refused(Files.isSymbolicLink(path) ? "E_BROKEN_LINK" : "E_NO_FILE");
        } catch (AccessDeniedException e) {
            throw refused("E_NOT_READABLE");
        } catch (IOException e) {
            throw refused("E_READ_FAILED", reason(e));
        }
    }

    private static Unreadable refused(String code, Object... arguments) {
        return new Unreadable(Position.UNKNOWN, code, arguments);
    }

    /**
     * Saves a study. The content is written in memory, read back and compared, written beside the file, forced to the
     * disk and moved over it; permissions are kept, and a symbolic link stays one. A file with more than one hard link
     * loses its tie to the other names.
     *
     * @param path the file to write; it need not exist
     * @param study the study
     * @param expected the state the file must still have; {@link Stamp#ABSENT} if it must not exist; null to replace
     *        whatever is there
     * @return the state of the file afterwards
     * @throws StudyFileException if nothing was saved, with a sentence that says why
     */
    public static Stamp save(Path path, Study study, Stamp expected) throws StudyFileException {
        return save(path, study, expected, new Disk());
    }

    static Stamp save(Path path, Study study, Stamp expected, Disk disk) throws StudyFileException {
        byte[] content = checked(study);
        try {
            Path target = target(path);
            check(target, expected);
            new AtomicSave(disk, target).run(content, () -> check(target, expected));
            return stamp(content, Files.readAttributes(target, BasicFileAttributes.class));
        } catch (StudyFileException e) {
            throw e;
        } catch (AccessDeniedException e) {
            throw new StudyFileException(e, "E_NOT_WRITABLE", path, path.toAbsolutePath().getParent());
        } catch (IOException | DirectoryIteratorException e) {
            throw new StudyFileException(e, "E_SAVE_FAILED", path, reason(e));
        }
    }

    /** The canonical content, proved to read back as the same study. */
    static byte[] checked(Study study) throws StudyFileException {
        if (Incomplete.is(study)) {
            throw new StudyFileException("E_INCOMPLETE");
        }
        byte[] content = StudyWriter.write(study);
        ReadResult back = StudyReader.read(content, null);
        if (!back.isComplete()) {
            throw new StudyFileException("E_NOT_READABLE_BACK", back.findings().get(0).path(),
                    back.findings().get(0).message(Locale.getDefault()));
        }
        if (!new SameStudy().equals(study, back.study()) || !Arrays.equals(content, StudyWriter.write(back.study()))) {
            throw new StudyFileException("E_CHANGED_BY_SAVING");
        }
        return content;
    }

    private static Path target(Path path) throws IOException {
        Path target = path.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemLoopException(path.toString());
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        if (Files.isDirectory(target)) {
            throw new StudyFileException("E_SAVE_ON_DIRECTORY", path);
        }
        if (!Files.isDirectory(target.getParent())) {
            throw new StudyFileException("E_NO_DIRECTORY", path, target.getParent());
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new StudyFileException("E_SAVE_ON_SPECIAL_FILE", path);
        }
        if (Files.exists(target) && isReadOnly(target)) {
            throw new StudyFileException("E_READ_ONLY_FILE", path);
        }
        return target;
    }

    private static boolean isReadOnly(Path file) throws IOException {
        return !Files.isWritable(file) || Disk.hasPermissions(file)
                && Files.getPosixFilePermissions(file).stream().noneMatch(WRITE::contains);
    }

    private static void check(Path target, Stamp expected) throws IOException {
        if (expected == null) {
            return;
        }
        boolean exists = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
        if (expected.equals(Stamp.ABSENT)) {
            if (exists) {
                throw new StudyFileException("E_EXISTS", target);
            }
        } else if (!exists) {
            throw new StudyFileException("E_DELETED_ON_DISK", target);
        } else if (!stampOf(target).sameContent(expected)) {
            throw new StudyFileException("E_CHANGED_ON_DISK", target);
        }
    }

    /**
     * The present state of a file.
     *
     * @param path a regular file
     * @return its stamp
     * @throws IOException if it cannot be read
     */
    public static Stamp stampOf(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        MessageDigest digest = sha256();
        long size = 0;
        try (InputStream stream = Files.newInputStream(path)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                digest.update(buffer, 0, read);
                size += read;
            }
        }
        return new Stamp(size, attributes.lastModifiedTime().toMillis(), HexFormat.of().formatHex(digest.digest()));
    }

    private static Stamp stamp(byte[] content, BasicFileAttributes attributes) {
        String hash = HexFormat.of().formatHex(sha256().digest(content));
        return new Stamp(content.length, attributes.lastModifiedTime().toMillis(), hash);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** What the system says, without the file's name where it can be told apart. */
    private static String reason(Exception e) {
        if (e instanceof FileSystemException fault && fault.getReason() != null) {
            return fault.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** The bytes of a file and what the system says of it. */
    record Content(byte[] bytes, BasicFileAttributes attributes) {
    }

    /** Equality of studies; the layout of unknown content does not matter, its bytes are compared. */
    private static final class SameStudy extends EcoreUtil.EqualityHelper {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean haveEqualFeature(EObject left, EObject right, EStructuralFeature feature) {
            return feature == IsoflopPackage.Literals.EXTENSIBLE__UNKNOWN
                    || super.haveEqualFeature(left, right, feature);
        }
    }
}
