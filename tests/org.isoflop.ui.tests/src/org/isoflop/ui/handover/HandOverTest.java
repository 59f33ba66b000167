package org.isoflop.ui.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A second start and the open window. */
class HandOverTest {

    private static final List<Path> FILES = List.of(Path.of("/tmp/a b.isoflop"), Path.of("/tmp/ünï # 100%.isoflop"));

    @TempDir
    Path folder;

    private final List<List<Path>> taken = new CopyOnWriteArrayList<>();

    @Test
    void handsOverItsFilesOrJustAsksForTheWindow() {
        Path area = folder.resolve("an ärea # 1%");
        try (OpenWindow window = OpenWindow.listen(area, taken::add)) {
            assertTrue(SecondStart.handOver(area, FILES));
            assertTrue(SecondStart.handOver(area, List.of()));
        }
        assertEquals(List.of(FILES, List.of()), taken);
        assertFalse(SecondStart.handOver(area, FILES), "nobody is there any more");
    }

    @Test
    void knowsWhenTheWindowDoesNotTakeThem() {
        try (OpenWindow window = OpenWindow.listen(folder, files -> false)) {
            assertFalse(SecondStart.handOver(folder, FILES));
        }
    }

    @Test
    void meetsElsewhereIfThePathIsTooLongForASocket() {
        Path area = folder.resolve("x".repeat(120));
        assertFalse(Meeting.socket(area).startsWith(folder));
        try (OpenWindow window = OpenWindow.listen(area, taken::add)) {
            assertTrue(SecondStart.handOver(area, FILES));
        }
        assertEquals(List.of(FILES), taken);
    }

    @Test
    void replacesTheSocketOfADeadProcess() throws IOException {
        Path socket = Meeting.socket(folder);
        Meeting.prepare(socket);
        try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(Meeting.address(socket));
        }
        assertTrue(Files.exists(socket));
        assertFalse(SecondStart.handOver(folder, FILES));
        try (OpenWindow window = OpenWindow.listen(folder, taken::add)) {
            assertTrue(SecondStart.handOver(folder, FILES));
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void meetsWhereOnlyTheUserMayEnter() throws IOException {
        Files.createDirectory(Meeting.socket(folder).getParent());
        try (OpenWindow window = OpenWindow.listen(folder, taken::add)) {
            assertEquals("rwx------", PosixFilePermissions
                    .toString(Files.getPosixFilePermissions(Meeting.socket(folder).getParent())));
        }
    }

    @Test
    void isNotHurtByWhatIsNoRequest() throws IOException {
        try (OpenWindow window = OpenWindow.listen(folder, taken::add)) {
            say("GET / HTTP/1.1\r\n\r\n".getBytes());
            say(new byte[0]);
            flood();
            assertTrue(SecondStart.handOver(folder, FILES));
        }
        assertEquals(List.of(FILES), taken);
    }

    @Test
    void isNotHeldUpByASilentPeer() throws IOException {
        try (OpenWindow window = OpenWindow.listen(folder, taken::add);
                SocketChannel silent = SocketChannel.open(Meeting.address(Meeting.socket(folder)))) {
            boolean handed = false;
            for (int tries = 0; tries < 3 && !handed; tries++) {
                handed = SecondStart.handOver(folder, FILES);
            }
            assertTrue(handed);
            assertTrue(silent.isConnected());
        }
    }

    private void say(byte[] bytes) throws IOException {
        try (SocketChannel peer = SocketChannel.open(Meeting.address(Meeting.socket(folder)))) {
            peer.write(ByteBuffer.wrap(bytes));
            peer.shutdownOutput();
            assertEquals(-1, peer.read(ByteBuffer.allocate(1)), "no answer");
        }
    }

    // The window hangs up as soon as a request is too long, so that writing on fails.
    private void flood() throws IOException {
        ByteBuffer much = ByteBuffer.allocate(1 << 20);
        try (SocketChannel peer = SocketChannel.open(Meeting.address(Meeting.socket(folder)))) {
            long written = 0;
            IOException hungUp = null;
            while (hungUp == null && written < 64L << 20) {
                try {
                    much.clear();
                    written += peer.write(much);
                } catch (IOException e) {
                    hungUp = e;
                }
            }
            assertTrue(hungUp != null, "took " + written + " bytes");
        }
    }
}
