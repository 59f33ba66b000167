package org.isoflop.ui.handover;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A start that found the area taken: it hands its files to the window that has the area. */
public final class SecondStart {

    private static final int PATIENCE_SECONDS = 4;

    private SecondStart() {
    }

    /**
     * Hands files over, if the other process is there to take them.
     *
     * @param area
     *            the area of settings, locked by another process
     * @param files
     *            absolute paths, possibly none
     * @return whether they were taken
     */
    public static boolean handOver(Path area, List<Path> files) {
        Path socket = Meeting.socket(area);
        return Files.exists(socket) && send(socket, new Request(files).encode());
    }

    private static boolean send(Path socket, byte[] request) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            Meeting.check(socket.getParent());
            CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS).execute(() -> close(channel));
            channel.connect(Meeting.address(socket));
            ByteBuffer out = ByteBuffer.wrap(request);
            while (out.hasRemaining()) {
                channel.write(out);
            }
            channel.shutdownOutput();
            ByteBuffer answer = ByteBuffer.allocate(OpenWindow.TAKEN.length);
            while (answer.hasRemaining() && channel.read(answer) >= 0) {
                continue;
            }
            return Arrays.equals(answer.array(), OpenWindow.TAKEN);
        } catch (IOException | UnsupportedOperationException e) {
            // The socket of a dead process, or a window that is about to close: the caller tries again.
            return false;
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
