package org.isoflop.model.io;

import java.nio.file.Path;

import org.isoflop.model.io.Json.JsonObject;
import org.isoflop.model.validate.Finding;
import org.isoflop.model.validate.Severity;

/**
 * A JSON file of any kind, within the limits of a study file. NaN and Infinity are accepted as numbers, because Python
 * writes them.
 */
public final class JsonDocument {

    private final JsonObject root;
    private final SourceText source;

    private JsonDocument(JsonObject root, SourceText source) {
        this.root = root;
        this.source = source;
    }

    /** A file that is not JSON, or not within the limits. */
    public static final class UnreadableException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Finding finding;

        UnreadableException(Finding finding) {
            super(finding.code());
            this.finding = finding;
        }

        /**
         * Why and where.
         *
         * @return the one finding
         */
        public Finding finding() {
            return finding;
        }
    }

    /**
     * Reads a file, and nothing else.
     *
     * @param path a regular file or a link to one
     * @return its content
     * @throws UnreadableException if it cannot be read, or its content is not an object in JSON
     */
    public static JsonDocument read(Path path) throws UnreadableException {
        try {
            return read(StudyFile.content(path, new Disk()).bytes(), path.toString());
        } catch (Unreadable e) {
            throw unreadable(path.toString(), e);
        }
    }

    /**
     * Reads a content.
     *
     * @param content JSON in UTF-8
     * @param file the name for the finding, or null
     * @return the content
     * @throws UnreadableException if it is not an object in JSON
     */
    public static JsonDocument read(byte[] content, String file) throws UnreadableException {
        try {
            SourceText source = SourceText.decode(content);
            try {
                if (JsonReader.readWithNonFinite(source.text()) instanceof JsonObject root) {
                    return new JsonDocument(root, source);
                }
                throw new Refusal(0, "E_NOT_OBJECT");
            } catch (Refusal refusal) {
                Refusal better = refusal.code().equals("E_NOT_OBJECT") ? refusal : source.explain(refusal);
                throw new Unreadable(source.position(better.offset()), better.code(), better.arguments());
            }
        } catch (Unreadable e) {
            throw unreadable(file, e);
        }
    }

    private static UnreadableException unreadable(String file, Unreadable e) {
        return new UnreadableException(Finding.at(file, e.position(), "", Severity.ERROR, e.code(), e.arguments()));
    }

    /**
     * What the file holds.
     *
     * @return the object
     */
    public JsonObject root() {
        return root;
    }

    /**
     * The line of a value.
     *
     * @param value a value of this document
     * @return the line in which it begins, from 1
     */
    public int line(Json value) {
        return source.position(value.offset()).line();
    }
}
