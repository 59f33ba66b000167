package org.isoflop.core.example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import org.isoflop.core.CoreException;
import org.isoflop.model.Text;

/** The example studies. */
public final class Examples {

    private static final JsonFactory JSON = new JsonFactory();
    private static final ShippedStudies SHIPPED = new ShippedStudies("", "E_NO_SUCH_EXAMPLE");

    /**
     * An example study.
     *
     * @param name
     *            the name to ask for, which is also the name of its file without the extension
     * @param title
     *            its name for people
     * @param description
     *            its story
     */
    public record Example(String name, Text title, Text description) {
    }

    private Examples() {
    }

    /**
     * Lists the examples. Only the beginning of each file is read, where its name and description stand.
     *
     * @return the examples in the order of their teaching
     */
    public static List<Example> list() {
        return names().stream().map(Examples::beginning).toList();
    }

    private static Example beginning(String name) {
        Text title = null;
        Text description = null;
        try (JsonParser parser = JSON.createParser(content(name))) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME && parser.nextToken() != JsonToken.START_ARRAY) {
                switch (parser.currentName()) {
                    case "name" -> title = text(parser);
                    case "description" -> description = text(parser);
                    default -> parser.skipChildren();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Example(name, title, description);
    }

    private static Text text(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return Text.of(parser.getText());
        }
        Map<String, String> texts = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            texts.put(parser.currentName(), parser.nextTextValue());
        }
        return Text.of(texts);
    }

    /**
     * Returns the names of the examples without opening them.
     *
     * @return names
     */
    public static List<String> names() {
        return SHIPPED.names();
    }

    /**
     * Returns the file of an example.
     *
     * @param name
     *            its name
     * @return the bytes of its {@code .isoflop} file
     * @throws CoreException
     *             if there is no such example
     */
    public static byte[] content(String name) {
        return SHIPPED.content(name);
    }

    /**
     * Copies an example into a folder. An existing file is never overwritten.
     *
     * @param name
     *            its name
     * @param directory
     *            the folder, which is made if it does not exist
     * @return the new file
     * @throws CoreException
     *             if there is no such example, the file exists, or it cannot be written
     */
    public static Path copy(String name, Path directory) {
        byte[] content = content(name);
        Path file = directory.resolve(name + ShippedStudies.SUFFIX);
        try {
            Files.createDirectories(directory);
            Files.write(file, content, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new CoreException("E_FILE_EXISTS", e.getFile());
        } catch (IOException e) {
            throw CoreException.cannotWrite(file, e);
        }
        return file;
    }
}
