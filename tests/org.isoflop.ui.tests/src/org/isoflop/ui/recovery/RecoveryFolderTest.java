package org.isoflop.ui.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.isoflop.ui.recovery.RecoveryFile.Owner;
import org.isoflop.ui.recovery.RecoveryFolder.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of unsaved work. */
class RecoveryFolderTest {

    private static final Owner DEAD = new Owner(Integer.MAX_VALUE, Instant.EPOCH);

    @TempDir
    Path root;

    @Test
    void listsWhatTheDeadLeftTheNewestFirst() throws IOException {
        RecoveryFolder folder = new RecoveryFolder(root.resolve("new/recovery"));
        assertEquals(List.of(), folder.left());
        folder.write(folder.path(1), work("older", 1, DEAD));
        folder.write(folder.path(2), work("newer", 2, DEAD));
        folder.write(folder.path(3), work("of a living process", 3, Owner.current()));
        Files.writeString(folder.folder().resolve("x.recovery"), "damaged");
        Files.createDirectory(folder.folder().resolve("folder.recovery"));
        Files.writeString(folder.folder().resolve("note.txt"), "not ours");
        List<Found> left = folder.left();
        assertEquals(List.of("newer", "older"),
                left.stream().filter(found -> found.work() != null).map(found -> found.work().name()).toList());
        assertEquals(4, left.size());
        assertNull(left.get(3).work());
    }

    @Test
    void replacesACopyWholeAndLeavesNoParts() throws IOException {
        RecoveryFolder folder = new RecoveryFolder(root);
        Path path = folder.path(1);
        folder.write(path, work("first", 1, DEAD));
        folder.write(path, work("second", 2, DEAD));
        assertEquals("second", folder.left().get(0).work().name());
        try (var files = Files.list(root)) {
            assertEquals(1, files.count());
        }
        folder.delete(path);
        folder.delete(path);
        assertEquals(List.of(), folder.left());
    }

    @Test
    void keepsForSomeDaysWhatIsNoLongerOffered() throws IOException {
        RecoveryFolder folder = new RecoveryFolder(root);
        Path path = folder.path(1);
        folder.write(path, work("passed over", 1, DEAD));
        folder.keep(path);
        assertEquals(List.of(), folder.left());
        Path kept = folder.kept().resolve(path.getFileName());
        folder.prune(Instant.now().plus(RecoveryFolder.KEPT).minusSeconds(60));
        assertTrue(Files.exists(kept));
        Path part = Files.createTempFile(root, "part", ".tmp");
        folder.prune(Instant.now().plus(RecoveryFolder.KEPT).plusSeconds(60));
        assertFalse(Files.exists(kept));
        assertFalse(Files.exists(part));
    }

    @Test
    void saysWhenItCannotWrite() throws IOException {
        Path inTheWay = Files.writeString(root.resolve("recovery"), "a file");
        RecoveryFolder folder = new RecoveryFolder(inTheWay);
        assertThrows(IOException.class, () -> folder.write(folder.path(1), work("lost", 1, DEAD)));
        assertEquals(List.of(), folder.left());
    }

    private static RecoveryFile work(String name, long second, Owner owner) {
        return new RecoveryFile(name, null, null, null, Instant.ofEpochSecond(second), owner, new byte[] {1, 2});
    }
}
