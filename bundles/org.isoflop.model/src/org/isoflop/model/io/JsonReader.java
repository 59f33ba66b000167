package org.isoflop.model.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;

import org.isoflop.model.io.Json.JsonArray;
import org.isoflop.model.io.Json.JsonMember;
import org.isoflop.model.io.Json.JsonNumber;
import org.isoflop.model.io.Json.JsonObject;
import org.isoflop.model.io.Json.JsonText;
import org.isoflop.model.io.Json.JsonWord;

/** Reads strict JSON (RFC 8259) within the limits; recursion is bounded by the limit on depth. */
final class JsonReader {

    private static final JsonFactory STRICT = factory(false);
    private static final JsonFactory NON_FINITE = factory(true);

    private final String text;
    private final JsonParser parser;

    private JsonReader(String text, JsonParser parser) {
        this.text = text;
        this.parser = parser;
    }

    /** Without a table of names: keys that all fall on one place of it would be refused as an attack. */
    private static JsonFactory factory(boolean nonFinite) {
        return JsonFactory.builder().streamReadConstraints(new Bounds())
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES).disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .configure(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS, nonFinite).build();
    }

    /** The one value that the text holds. */
    static Json read(String text) throws Refusal {
        return read(text, STRICT);
    }

    /** The same, with NaN, Infinity and -Infinity as numbers, as Python writes them. */
    static Json readWithNonFinite(String text) throws Refusal {
        return read(text, NON_FINITE);
    }

    private static Json read(String text, JsonFactory factory) throws Refusal {
        try (JsonParser parser = factory.createParser(text)) {
            return new JsonReader(text, parser).document();
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory failed", e);
        }
    }

    private Json document() throws Refusal, IOException {
        boolean whole = false;
        try {
            if (parser.nextToken() == null) {
                throw new Refusal(text.length(), "E_TRUNCATED");
            }
            Json value = value();
            whole = true;
            if (parser.nextToken() != null) {
                throw new Refusal(tokenOffset(), "E_TRAILING_CONTENT");
            }
            return value;
        } catch (OutOfBounds e) {
            throw outOfBounds(e, clamp(parser.currentLocation().getCharOffset()));
        } catch (JsonParseException e) {
            int offset = e.getLocation() == null ? -1 : clamp(e.getLocation().getCharOffset());
            throw whole ? new Refusal(offset, "E_TRAILING_CONTENT") : explain(e, offset);
        }
    }

    private Json value() throws Refusal, IOException {
        JsonToken token = parser.currentToken();
        int offset = tokenOffset();
        return switch (token) {
            case START_OBJECT -> object(offset);
            case START_ARRAY -> array(offset);
            case VALUE_STRING -> new JsonText(parser.getText(), offset);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(parser.getText(), offset);
            case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> new JsonWord(parser.getText(), offset);
            default -> throw new IllegalStateException("No value begins with " + token);
        };
    }

    private JsonObject object(int offset) throws Refusal, IOException {
        List<JsonMember> members = new ArrayList<>();
        Set<String> names = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            int nameOffset = tokenOffset();
            if (!names.add(name)) {
                throw new Refusal(nameOffset, "E_DUPLICATE_KEY", name);
            }
            parser.nextToken();
            members.add(new JsonMember(name, value(), nameOffset));
        }
        return new JsonObject(members, offset);
    }

    private JsonArray array(int offset) throws Refusal, IOException {
        List<Json> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value());
        }
        return new JsonArray(values, offset);
    }

    private int tokenOffset() {
        return clamp(parser.currentTokenLocation().getCharOffset());
    }

    private int clamp(long offset) {
        return (int) Math.max(0, Math.min(offset, text.length()));
    }

    /** The parser collects the digits of a number as a text, so a huge number meets the limit of texts first. */
    private Refusal outOfBounds(OutOfBounds e, int offset) {
        boolean number = e.code.equals("E_STRING_TOO_LONG") && offset > 0 && isDigit(text.charAt(offset - 1))
                && !isInsideText(offset);
        return number ? new Refusal(offset, "E_NUMBER_TOO_LONG", String.valueOf(Limits.NUMBER_LENGTH))
                : new Refusal(offset, e.code, e.limit);
    }

    private Refusal explain(JsonParseException e, int offset) {
        if (e instanceof JsonEOFException || offset >= text.length()) {
            return new Refusal(text.length(), "E_TRUNCATED");
        }
        char found = text.charAt(offset);
        if (isInsideText(offset)) {
            return found < ' ' ? new Refusal(offset, "E_CONTROL_CHARACTER", Characters.name(found))
                    : new Refusal(offset, "E_ESCAPE", Characters.name(text.codePointAt(offset)));
        }
        int start = offset;
        while (start > 0 && isWordPart(text.charAt(start - 1))) {
            start--;
        }
        int end = start;
        while (end < text.length() && end - start < 24 && isWordPart(text.charAt(end))) {
            end++;
        }
        String word = text.substring(start, end);
        if (word.matches("[+-]?(?:NaN|Infinity|INF|Inf|inf|nan)")) {
            return new Refusal(start, "E_NOT_A_NUMBER", word);
        }
        if (word.matches("[0-9]+") && start > 1 && text.charAt(start - 1) == ','
                && isDigit(text.charAt(start - 2))) {
            return new Refusal(start - 1, "E_DECIMAL_COMMA");
        }
        if (word.matches("[+-]?\\.?[0-9].*|[-+.]+")) {
            return new Refusal(start, "E_NUMBER_FORMAT", word);
        }
        if (!word.isEmpty()) {
            return new Refusal(start, "E_SYNTAX", word);
        }
        if (found == '/' || found == '#') {
            return new Refusal(offset, "E_COMMENT");
        }
        int before = offset - 1;
        while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        if ((found == '}' || found == ']') && before >= 0 && text.charAt(before) == ',') {
            return new Refusal(before, "E_TRAILING_COMMA");
        }
        return new Refusal(offset, "E_SYNTAX", Characters.name(text.codePointAt(offset)));
    }

    /** Whether quotation marks are open at the offset; a text does not go over several lines. */
    private boolean isInsideText(int offset) {
        int start = offset;
        while (start > 0 && text.charAt(start - 1) != '\n' && text.charAt(start - 1) != '\r') {
            start--;
        }
        boolean inside = false;
        for (int i = start; i < offset; i++) {
            if (text.charAt(i) == '"') {
                inside = !inside;
            } else if (inside && text.charAt(i) == '\\' && i + 1 < offset) {
                i++;
            }
        }
        return inside;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '+' || c == '-' || c == '.' || c == '_';
    }

    /** The limits, each refused with a code of its own. */
    private static final class Bounds extends StreamReadConstraints {

        private static final long serialVersionUID = 1L;

        Bounds() {
            super(Limits.DEPTH, Limits.DOCUMENT_BYTES, Limits.NUMBER_LENGTH, Limits.STRING_LENGTH,
                    Limits.NAME_LENGTH, Limits.TOKENS);
        }

        @Override
        public void validateNestingDepth(int depth) throws StreamConstraintsException {
            check(depth, Limits.DEPTH, "E_TOO_DEEP");
        }

        @Override
        public void validateTokenCount(long count) throws StreamConstraintsException {
            check(count, Limits.TOKENS, "E_TOO_MANY_TOKENS");
        }

        @Override
        public void validateIntegerLength(int length) throws StreamConstraintsException {
            check(length, Limits.NUMBER_LENGTH, "E_NUMBER_TOO_LONG");
        }

        @Override
        public void validateFPLength(int length) throws StreamConstraintsException {
            check(length, Limits.NUMBER_LENGTH, "E_NUMBER_TOO_LONG");
        }

        @Override
        public void validateStringLength(int length) throws StreamConstraintsException {
            check(length, Limits.STRING_LENGTH, "E_STRING_TOO_LONG");
        }

        @Override
        public void validateNameLength(int length) throws StreamConstraintsException {
            check(length, Limits.NAME_LENGTH, "E_KEY_TOO_LONG");
        }

        private static void check(long found, int limit, String code) throws OutOfBounds {
            if (found > limit) {
                throw new OutOfBounds(code, limit);
            }
        }
    }

    private static final class OutOfBounds extends StreamConstraintsException {

        private static final long serialVersionUID = 1L;

        private final String code;
        private final String limit;

        OutOfBounds(String code, int limit) {
            super(code);
            this.code = code;
            this.limit = String.valueOf(limit);
        }
    }
}
