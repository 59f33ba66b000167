package org.isoflop.ui.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The extra member of a copied study: {@code {"copied": ["path", …]}}, written in one line as unknown content is. */
final class CopiedPaths {

    private static final String MEMBER = "\"copied\": [";
    private static final String ESCAPES = "\"\\/bfnrt";
    private static final String ESCAPED = "\"\\/\b\f\n\r\t";
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int CODE_LENGTH = 4;
    private static final int HEXADECIMAL = 16;

    private CopiedPaths() {
    }

    static String write(List<String> paths) {
        return paths.stream().map(CopiedPaths::quoted).collect(Collectors.joining(", ", "{" + MEMBER, "]}"));
    }

    private static String quoted(String path) {
        StringBuilder text = new StringBuilder("\"");
        for (char c : path.toCharArray()) {
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < FIRST_PRINTABLE || Character.isSurrogate(c)) {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.append('"').toString();
    }

    /** The paths in the unknown content of a study, none if there are none. */
    static List<String> read(String unknown) {
        List<String> paths = new ArrayList<>();
        if (unknown == null || !unknown.contains(MEMBER)) {
            return paths;
        }
        int at = unknown.indexOf(MEMBER) + MEMBER.length();
        while (at < unknown.length() && unknown.charAt(at) == '"') {
            StringBuilder path = new StringBuilder();
            at = read(unknown, at + 1, path);
            paths.add(path.toString());
            at = unknown.startsWith(", ", at) ? at + 2 : unknown.length();
        }
        return paths;
    }

    /** Reads a text whose quotation mark is open, and returns where it has ended. The content is sound JSON. */
    private static int read(String json, int start, StringBuilder text) {
        int at = start;
        while (at < json.length() && json.charAt(at) != '"') {
            char c = json.charAt(at++);
            if (c == '\\' && json.charAt(at) == 'u') {
                text.append((char) Integer.parseInt(json.substring(at + 1, at + 1 + CODE_LENGTH), HEXADECIMAL));
                at += 1 + CODE_LENGTH;
            } else if (c == '\\') {
                text.append(ESCAPED.charAt(ESCAPES.indexOf(json.charAt(at++))));
            } else {
                text.append(c);
            }
        }
        return at + 1;
    }
}
