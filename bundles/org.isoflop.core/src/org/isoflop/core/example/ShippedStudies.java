package org.isoflop.core.example;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.isoflop.core.CoreException;

/** A folder of studies in this bundle, listed by a file named {@code index}. */
record ShippedStudies(String folder, String unknown) {

    static final String SUFFIX = ".isoflop";

    List<String> names() {
        return new String(resource("index"), StandardCharsets.US_ASCII).lines().toList();
    }

    byte[] content(String name) {
        List<String> names = names();
        if (!names.contains(name)) {
            throw new CoreException(unknown, name, String.join(", ", names));
        }
        return resource(name + SUFFIX);
    }

    private byte[] resource(String name) {
        try (InputStream in = ShippedStudies.class.getResourceAsStream(folder + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
