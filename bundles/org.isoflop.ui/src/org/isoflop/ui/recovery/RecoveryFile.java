package org.isoflop.ui.recovery;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Properties;

import org.isoflop.model.io.Stamp;

/**
 * Unsaved work as it is kept: a few lines that say what it belongs to, a line of dashes, and the study as it would have
 * been saved.
 *
 * @param name
 *            name of the study
 * @param file
 *            the user's file, or null
 * @param example
 *            the example that was edited, or null
 * @param original
 *            what the user's file was when the work was begun, or null
 * @param written
 *            when the copy was made
 * @param owner
 *            the process that made it
 * @param content
 *            a {@code .isoflop} file
 */
record RecoveryFile(String name, Path file, String example, Stamp original, Instant written, Owner owner,
        byte[] content) {

    private static final String HEAD = "#isoflop recovery 1\n";
    private static final String RULE = "\n--------\n";

    /**
     * A process.
     *
     * @param pid
     *            its number
     * @param started
     *            when it started, because numbers are used again; the epoch if the system does not tell
     */
    record Owner(long pid, Instant started) {

        static Owner current() {
            return of(ProcessHandle.current());
        }

        private static Owner of(ProcessHandle process) {
            return new Owner(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
        }

        boolean isAlive() {
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).map(Owner::of).filter(this::equals).isPresent();
        }
    }

    byte[] encode() {
        StringBuilder head = new StringBuilder(HEAD);
        line(head, "name", name);
        line(head, "file", file);
        line(head, "example", example);
        if (original != null) {
            line(head, "original.size", original.size());
            line(head, "original.modified", original.modified());
            line(head, "original.hash", original.hash());
        }
        line(head, "written", written);
        line(head, "owner.pid", owner.pid());
        line(head, "owner.started", owner.started());
        line(head, "hash", hash(content));
        byte[] lines = (head.toString().stripTrailing() + RULE).getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Arrays.copyOf(lines, lines.length + content.length);
        System.arraycopy(content, 0, bytes, lines.length, content.length);
        return bytes;
    }

    // Properties write comments and break the order; one entry at a time keeps both.
    private static void line(StringBuilder head, String key, Object value) {
        if (value != null) {
            Properties entry = new Properties();
            entry.setProperty(key, value.toString());
            StringWriter out = new StringWriter();
            try {
                entry.store(out, null);
            } catch (IOException e) {
                throw new IllegalStateException("Strings can be written", e);
            }
            out.toString().lines().filter(line -> !line.startsWith("#"))
                    .forEach(line -> head.append(line).append('\n'));
        }
    }

    /**
     * Reads a copy back.
     *
     * @throws IOException
     *             if the bytes are not a whole recovery file
     */
    static RecoveryFile decode(byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(RULE);
        if (!text.startsWith(HEAD) || end < 0) {
            throw new IOException("Not a recovery file");
        }
        Properties head = new Properties();
        try {
            head.load(new StringReader(new String(bytes, 0, end, StandardCharsets.UTF_8)));
            byte[] content = Arrays.copyOfRange(bytes, end + RULE.length(), bytes.length);
            if (!hash(content).equals(head.getProperty("hash"))) {
                throw new IOException("The content is not what was written");
            }
            String file = head.getProperty("file");
            String hash = head.getProperty("original.hash");
            return new RecoveryFile(required(head, "name"), file == null ? null : Path.of(file),
                    head.getProperty("example"),
                    hash == null ? null : new Stamp(Long.parseLong(required(head, "original.size")),
                            Long.parseLong(required(head, "original.modified")), hash),
                    Instant.parse(required(head, "written")),
                    new Owner(Long.parseLong(required(head, "owner.pid")),
                            Instant.parse(required(head, "owner.started"))),
                    content);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException("The head cannot be read", e);
        }
    }

    private static String required(Properties head, String key) throws IOException {
        String value = head.getProperty(key);
        if (value == null) {
            throw new IOException("There is no " + key);
        }
        return value;
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecoveryFile that && Arrays.equals(encode(), that.encode());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encode());
    }
}
