package org.isoflop.ui.nebula;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

/** The product and the update site with Nebula are those without it and one feature more. */
class DescriptionsTest {

    private static final Path RELENG = Path.of(System.getProperty("isoflop.root"), "releng");

    @Test
    void theProductHasOneFeatureMore() throws IOException {
        assertSame("org.isoflop.product", "isoflop.product",
                "      <feature id=\"org.isoflop.nebula.feature\" installMode=\"root\"/>\n");
    }

    @Test
    void theUpdateSiteHasOneFeatureMore() throws IOException {
        assertSame("org.isoflop.repository", "category.xml", """
                   <feature id="org.isoflop.nebula.feature" version="0.0.0">
                      <category name="isoflop"/>
                   </feature>
                """);
    }

    private static void assertSame(String project, String file, String more) throws IOException {
        String with = Files.readString(RELENG.resolve(project).resolve("nebula").resolve(file));
        assertEquals(Files.readString(RELENG.resolve(project).resolve(file)), with.replace(more, ""));
        assertEquals(1, with.split("org\\.isoflop\\.nebula\\.feature", -1).length - 1);
    }
}
