package org.isoflop.core.json;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;

/** Writes trees of maps, lists, strings, numbers and booleans as JSON. */
public final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {
    }

    /**
     * Starts an object whose keys keep their order.
     *
     * @return an empty object
     */
    public static Map<String, Object> object() {
        return new LinkedHashMap<>();
    }

    /**
     * Puts a value unless there is none.
     *
     * @param object
     *            the object
     * @param key
     *            the key
     * @param value
     *            a value of a JSON tree; null and NaN are left out
     */
    public static void put(Map<String, Object> object, String key, Object value) {
        if (value != null && !(value instanceof Double number && number.isNaN())) {
            object.put(key, value);
        }
    }

    /**
     * Builds the answer that reports a refusal.
     *
     * @param code
     *            a stable code
     * @param message
     *            one sentence
     * @param file
     *            the file, or null
     * @param line
     *            the line from 1, or 0 where unknown
     * @param path
     *            the path in the study, or null
     * @return {@code {"error": {"code", "message", "file", "line", "path"}}}
     */
    public static Map<String, Object> error(String code, String message, String file, int line, String path) {
        Map<String, Object> error = object();
        error.put("code", code);
        error.put("message", message);
        put(error, "file", file);
        put(error, "line", line > 0 ? line : null);
        put(error, "path", path);
        return Map.of("error", error);
    }

    /**
     * Writes a tree.
     *
     * @param tree
     *            maps with string keys, lists, strings, finite numbers, booleans and nulls
     * @return its text, indented by two spaces, without a final newline
     * @throws IllegalArgumentException
     *             if the tree holds a number that JSON cannot write, or another type
     */
    public static String text(Object tree) {
        StringWriter writer = new StringWriter();
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        try (JsonGenerator generator = FACTORY.createGenerator(writer)) {
            generator.setPrettyPrinter(printer);
            write(generator, tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return writer.toString();
    }

    private static void write(JsonGenerator generator, Object value) throws IOException {
        switch (value) {
            case null -> generator.writeNull();
            case Map<?, ?> map -> {
                generator.writeStartObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    generator.writeFieldName((String) entry.getKey());
                    write(generator, entry.getValue());
                }
                generator.writeEndObject();
            }
            case List<?> list -> {
                generator.writeStartArray();
                for (Object item : list) {
                    write(generator, item);
                }
                generator.writeEndArray();
            }
            case String text -> generator.writeString(text);
            case Boolean flag -> generator.writeBoolean(flag);
            case Integer number -> generator.writeNumber(number);
            case Long number -> generator.writeNumber(number);
            case Double number when Double.isFinite(number) -> generator.writeNumber(number);
            default -> throw new IllegalArgumentException("Not a JSON value: " + value);
        }
    }
}
