package org.isoflop.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What is in the built product, and what is not. */
class ContentTest {

    @Test
    void hasNoPartsOfAnIde() throws Exception {
        try (Stream<Path> plugins = Files.list(ProductProcess.home().resolve("plugins"))) {
            List<String> names = plugins.map(path -> path.getFileName().toString()).toList();
            assertTrue(names.size() > 50);
            assertEquals(List.of(), names.stream().filter(name -> name.matches("org\\.eclipse\\."
                    + "(core\\.resources|ui\\.(ide|navigator|console|editors|workbench\\.texteditor)|compare|debug|team"
                    + "|search|jdt|ltk)[._].*")).toList());
        }
    }
}
