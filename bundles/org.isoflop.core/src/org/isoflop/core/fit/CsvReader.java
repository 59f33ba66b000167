package org.isoflop.core.fit;

import java.util.ArrayList;
import java.util.List;

/** Takes a comma-separated text apart (RFC 4180), a record at a time; line ends may be LF, CRLF or CR. */
final class CsvReader {

    private static final int MOST_FIELDS = 1000;

    private final String text;
    private final String file;
    private int at;
    private int line = 1;
    private int start = 1;

    CsvReader(String text, String file) {
        this.text = text;
        this.file = file;
        at = text.startsWith("\uFEFF") ? 1 : 0;
    }

    /** The line on which the last record begins. */
    int line() {
        return start;
    }

    /** The fields of the next record that is not blank, or null at the end. */
    List<String> next() {
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
                throw new RunsFileException(file, start, null, "E_CSV_FIELDS", MOST_FIELDS);
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
                throw new RunsFileException(file, line, null, "E_CSV_QUOTE");
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
                throw new RunsFileException(file, opened, null, "E_CSV_OPEN_QUOTE");
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
            throw new RunsFileException(file, line, null, "E_CSV_QUOTE");
        }
        return field.toString();
    }
}
