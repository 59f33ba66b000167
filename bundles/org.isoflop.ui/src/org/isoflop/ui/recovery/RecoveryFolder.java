package org.isoflop.ui.recovery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.isoflop.core.study.Studies;
import org.isoflop.ui.recovery.RecoveryFile.Owner;

/** The folder of recovery files. All methods may block and belong into jobs. */
final class RecoveryFolder {

    /** How long copies are kept that the user has restored or passed over. */
    static final Duration KEPT = Duration.ofDays(14);
    private static final String SUFFIX = ".recovery";
    private static final int HEAD = 64 * 1024;

    /**
     * A recovery file that was found.
     *
     * @param path
     *            where it is
     * @param written
     *            when it was written last
     * @param work
     *            what is in it, or null if it is damaged
     */
    record Found(Path path, Instant written, RecoveryFile work) {
    }

    private final Path folder;

    RecoveryFolder(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    Path kept() {
        return folder.resolve("kept");
    }

    /** A path for a new copy, unlike those of all other processes. */
    Path path(int number) {
        Owner owner = Owner.current();
        return folder.resolve(owner.started().getEpochSecond() + "-" + owner.pid() + "-" + number + SUFFIX);
    }

    /** Writes a copy whole or not at all. */
    void write(Path path, RecoveryFile work) throws IOException {
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, "part", ".tmp");
        try {
            try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(work.encode());
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    void delete(Path path) throws IOException {
        Files.deleteIfExists(path);
    }

    /** Lists what processes left that no longer run, the newest first and the damaged last. */
    List<Found> left() throws IOException {
        List<Found> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path path : files) {
                Found one = read(path);
                if (one.work() == null || !one.work().owner().isAlive()) {
                    found.add(one);
                }
            }
        }
        found.sort(Comparator.comparing((Found one) -> one.work() == null)
                .thenComparing(Found::written, Comparator.reverseOrder()));
        return found;
    }

    private static Found read(Path path) throws IOException {
        Instant written = Files.getLastModifiedTime(path).toInstant();
        if (!Files.isRegularFile(path) || Files.size(path) > Studies.MAXIMUM_BYTES + HEAD) {
            return new Found(path, written, null);
        }
        try {
            RecoveryFile work = RecoveryFile.decode(Files.readAllBytes(path));
            return new Found(path, work.written(), work);
        } catch (IOException e) {
            return new Found(path, written, null);
        }
    }

    /** Takes a copy out of the list, but keeps it for some days. */
    void keep(Path path) throws IOException {
        Files.createDirectories(kept());
        Path kept = kept().resolve(path.getFileName());
        Files.move(path, kept, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(kept, FileTime.from(Instant.now()));
    }

    /** Removes what was kept long enough, and parts of copies that a crash cut off. */
    void prune(Instant now) throws IOException {
        prune(kept(), "*", now);
        prune(folder, "part*.tmp", now);
    }

    private static void prune(Path folder, String pattern, Instant now) throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
                for (Path file : files) {
                    if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(KEPT))) {
                        Files.delete(file);
                    }
                }
            }
        }
    }
}
