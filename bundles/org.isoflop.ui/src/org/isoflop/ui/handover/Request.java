package org.isoflop.ui.handover;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a second start asks of the open window: to come to the front and open files.
 *
 * @param files
 *            absolute paths, possibly none
 */
record Request(List<Path> files) {

    /** The largest request that is read, in bytes. */
    static final int LIMIT = 256 * 1024;
    private static final String HEAD = "isoflop open 1";
    private static final String END = "end";

    Request {
        files = List.copyOf(files);
    }

    /** The request as bytes: fields of UTF-8, each closed by a zero, which no path can hold. */
    byte[] encode() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        field(out, HEAD);
        files.forEach(file -> field(out, file.toString()));
        field(out, END);
        return out.toByteArray();
    }

    private static void field(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        out.write(0);
    }

    /** Reads a request, or nothing if the bytes are none. */
    static Optional<Request> decode(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
        String[] fields = text.split("\0", -1);
        int last = fields.length - 2;
        if (last < 1 || !fields[0].equals(HEAD) || !fields[last].equals(END) || !fields[last + 1].isEmpty()) {
            return Optional.empty();
        }
        List<Path> files = new ArrayList<>();
        for (int i = 1; i < last; i++) {
            try {
                Path file = Path.of(fields[i]);
                if (!file.isAbsolute()) {
                    return Optional.empty();
                }
                files.add(file);
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
        }
        return Optional.of(new Request(files));
    }
}
