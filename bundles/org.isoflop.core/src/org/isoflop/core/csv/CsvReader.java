package org.isoflop.core.csv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Takes a comma-separated text apart (RFC 4180), a record at a time; line ends may be LF, CRLF or CR. */
public final class CsvReader {

    private static final int MOST_FIELDS = 1000;
    private static final int MEGABYTE = 1024 * 1024;

    private final String text;
    private final String file;
    private int at;
    private int line = 1;
    private int start = 1;

    /**
     * Starts at the beginning of a file.
     *
     * @param content
     *            the file, in UTF-8, with or without a mark of the byte order
     * @param file
     *            the name that refusals give
     * @throws CsvException
     *             if it is not a text in UTF-8
     */
    public CsvReader(byte[] content, String file) {
        this(text(content, file), file);
    }

    private CsvReader(String text, String file) {
        this.text = text;
        this.file = file;
        at = text.startsWith("\uFEFF") ? 1 : 0;
    }

    /**
     * Reads a whole file.
     *
     * @param file
     *            the file
     * @param most
     *            the largest size in bytes
     * @return what stands in it
     * @throws CsvException
     *             if it is not there, too large or cannot be read
     */
    public static byte[] content(Path file, int most) {
        String name = file.toString();
        try {
            requireSize(Files.size(file), most, name);
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new CsvException(name, 0, null, "E_CSV_NO_FILE");
        } catch (IOException e) {
            throw new CsvException(name, 0, null, "E_CSV_UNREADABLE");
        }
    }

    /**
     * Refuses a file that is too large.
     *
     * @param bytes
     *            its size
     * @param most
     *            the largest size
     * @param file
     *            the name that the refusal gives
     * @throws CsvException
     *             if it is larger
     */
    public static void requireSize(long bytes, int most, String file) {
        if (bytes > most) {
            throw new CsvException(file, 0, null, "E_CSV_LARGE", most / MEGABYTE);
        }
    }

    private static String text(byte[] content, String file) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            if (text.indexOf('\0') >= 0) {
                throw new CsvException(file, 0, null, "E_CSV_NOT_TEXT");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new CsvException(file, 0, null, "E_CSV_NOT_TEXT");
        }
    }

    /**
     * Returns the line on which the last record begins.
     *
     * @return from 1
     */
    public int line() {
        return start;
    }

    /**
     * Reads on.
     *
     * @return the fields of the next record that is not blank, or null at the end
     * @throws CsvException
     *             if quotation marks do not match or there are too many fields
     */
    public List<String> next() {
        while (at < text.length()) {
            start = line;
            List<String> fields = fields();
            if (fields.size() > 1 || !fields.getFirst().isBlank()) {
                return fields;
            }
        }
        return null;
    }

    private List<String> fields() {
        List<String> fields = new ArrayList<>();
        while (true) {
            fields.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
            if (fields.size() > MOST_FIELDS) {
                throw new CsvException(file, start, null, "E_CSV_FIELDS", MOST_FIELDS);
            }
            if (at >= text.length()) {
                return fields;
            }
            char c = text.charAt(at++);
            if (c == ',') {
                continue;
            }
            if (c == '\r' && at < text.length() && text.charAt(at) == '\n') {
                at++;
            }
            line++;
            return fields;
        }
    }

    private String plain() {
        int from = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            if (text.charAt(at) == '"') {
                throw new CsvException(file, line, null, "E_CSV_QUOTE");
            }
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted() {
        StringBuilder field = new StringBuilder();
        int opened = line;
        at++;
        while (true) {
            if (at >= text.length()) {
                throw new CsvException(file, opened, null, "E_CSV_OPEN_QUOTE");
            }
            char c = text.charAt(at++);
            if (c == '"') {
                if (at >= text.length() || text.charAt(at) != '"') {
                    break;
                }
                at++;
            } else if (c == '\n' || c == '\r' && (at >= text.length() || text.charAt(at) != '\n')) {
                line++;
            }
            field.append(c);
        }
        if (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            throw new CsvException(file, line, null, "E_CSV_QUOTE");
        }
        return field.toString();
    }
}
