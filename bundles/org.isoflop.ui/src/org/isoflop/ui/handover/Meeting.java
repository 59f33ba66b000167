package org.isoflop.ui.handover;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Where the window of an area and a second start meet: a socket in a folder that only the user may enter. */
final class Meeting {

    /** What a socket's path may be long on every system, in bytes, with something to spare. */
    private static final int LONGEST = 96;
    private static final int DIGITS = 16;
    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final String PRIVATE = "rwx------";

    private Meeting() {
    }

    /** The socket of an area; one whose path would be too long lies in the folder for temporary files. */
    static Path socket(Path area) {
        Path inside = area.toAbsolutePath().normalize().resolve("window");
        Path folder = inside.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST ? inside
                : Path.of(System.getProperty("java.io.tmpdir"), "isoflop-" + digest(inside));
        return folder.resolve("socket");
    }

    static UnixDomainSocketAddress address(Path socket) {
        return UnixDomainSocketAddress.of(socket);
    }

    /** Makes the socket's folder, or checks that the one that is there is the user's own and closed to others. */
    static void prepare(Path socket) throws IOException {
        Path folder = socket.getParent();
        Files.createDirectories(folder.getParent());
        try {
            if (POSIX) {
                Files.createDirectory(folder,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PRIVATE)));
            } else {
                Files.createDirectory(folder);
            }
        } catch (FileAlreadyExistsException e) {
            check(folder);
            if (POSIX) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(PRIVATE));
            }
        }
        Files.deleteIfExists(socket);
    }

    /** Refuses a folder that somebody else may have put there. */
    static void check(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(folder + " is not a folder");
        }
        if (POSIX && !Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(user())) {
            throw new IOException(folder + " belongs to somebody else");
        }
    }

    // Names of users are not always known; a file that was just made tells.
    private static UserPrincipal user() throws IOException {
        Path file = Files.createTempFile("isoflop", null);
        try {
            return Files.getOwner(file);
        } finally {
            Files.delete(file);
        }
    }

    private static String digest(Path path) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(path.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
