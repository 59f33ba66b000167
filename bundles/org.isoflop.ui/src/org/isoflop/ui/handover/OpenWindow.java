package org.isoflop.ui.handover;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.isoflop.ui.Log;
import org.isoflop.ui.Messages;

/**
 * The open window's ear: it takes what later starts hand over, one after the other. Only the owner of the area has one.
 */
public final class OpenWindow implements AutoCloseable {

    static final byte[] TAKEN = {'o', 'k', '\n'};
    private static final int PATIENCE_SECONDS = 2;

    private final Path socket;
    private final ServerSocketChannel server;
    private final Predicate<List<Path>> taker;

    private OpenWindow(Path socket, ServerSocketChannel server, Predicate<List<Path>> taker) {
        this.socket = socket;
        this.server = server;
        this.taker = taker;
    }

    /**
     * Begins to listen. A socket that a dead process left behind is replaced.
     *
     * @param area
     *            the area of settings, locked by this process
     * @param taker
     *            takes the files of each later start, in a thread of its own, and says whether it did; no files mean:
     *            come to the front
     * @return the ear, or null if the system has no such sockets; then a second start says that the area is in use
     */
    public static OpenWindow listen(Path area, Predicate<List<Path>> taker) {
        Path socket = Meeting.socket(area);
        ServerSocketChannel server = null;
        try {
            Meeting.prepare(socket);
            server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(Meeting.address(socket));
            OpenWindow window = new OpenWindow(socket, server, taker);
            Thread.ofPlatform().daemon().name("Isoflop hand-over").start(window::run);
            return window;
        } catch (IOException | UnsupportedOperationException e) {
            Log.error(Messages.text("handover.noSocket", socket), e);
            close(server);
            return null;
        }
    }

    private void run() {
        while (server.isOpen()) {
            try (SocketChannel peer = server.accept()) {
                CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS).execute(() -> close(peer));
                Optional<Request> request = Request.decode(read(peer));
                if (request.isPresent() && taker.test(request.get().files())) {
                    peer.write(ByteBuffer.wrap(TAKEN));
                }
            } catch (ClosedChannelException e) {
                continue;
            } catch (IOException | RuntimeException e) {
                Log.error(Messages.text("handover.failed"), e);
            }
        }
    }

    private static byte[] read(SocketChannel peer) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Request.LIMIT + 1);
        while (buffer.hasRemaining() && peer.read(buffer) >= 0) {
            continue;
        }
        return buffer.hasRemaining() ? Arrays.copyOf(buffer.array(), buffer.position()) : new byte[0];
    }

    private static void close(AutoCloseable channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (Exception e) {
            Log.error(Messages.text("handover.failed"), e);
        }
    }

    @Override
    public void close() {
        close(server);
        try {
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            Log.error(Messages.text("handover.failed"), e);
        }
    }
}
