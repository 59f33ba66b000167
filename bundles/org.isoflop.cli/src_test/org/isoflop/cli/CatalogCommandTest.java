package org.isoflop.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.isoflop.core.catalog.Catalog;
import org.isoflop.core.catalog.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The catalog on the command line. */
class CatalogCommandTest {

    @Test
    void countsAllKinds() {
        List<String> lines = Run.of("catalog").out().lines().toList();
        assertEquals(Kind.values().length, lines.size());
        assertTrue(lines.contains("laws: 59"), lines.toString());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyEntryIsThereAsJsonAndInTheTable(Kind kind) throws IOException {
        JsonNode entries = new ObjectMapper().readTree(Run.of("catalog", kind.id(), "--json").out()).get(kind.id());
        assertEquals(Catalog.entries(kind).size(), entries.size());
        List<String> lines = Run.of("catalog", kind.id()).out().lines().toList();
        for (int i = 0; i < entries.size(); i++) {
            assertEquals(Catalog.entries(kind).get(i).id(), entries.get(i).get("id").asText());
            assertTrue(lines.get(i + 1).startsWith(entries.get(i).get("id").asText()), lines.get(i + 1));
        }
    }

    @Test
    void jsonGivesUnitStatusSourceAndDate() throws IOException {
        JsonNode h100 = new ObjectMapper()
                .readTree(Run.of("catalog", "hardware", "--filter", "h100-sxm5", "--json").out()).get("hardware")
                .get(0);
        JsonNode rent = StreamSupport.stream(h100.get("prices").spliterator(), false)
                .filter(price -> "2026-05".equals(price.get("date").asText())).findFirst().orElseThrow().get("rent");
        assertEquals(2.95, rent.get("value").asDouble());
        assertEquals("USD/h", rent.get("unit").asText());
        assertEquals("published", rent.get("status").asText());
        assertEquals("AIMultiple GPU index", rent.get("source").asText());
        assertEquals("secondary", rent.get("verification").asText());
        assertEquals("2026-05", rent.get("readOn").asText());
    }

    @Test
    void saysThatNothingMatches() throws IOException {
        Run english = Run.of("catalog", "models", "--filter", "nothing-like-this");
        assertEquals(0, english.status());
        assertEquals("Nothing in models matches “nothing-like-this”.\n", english.out());
        assertEquals("Rien dans models ne correspond à «\u00a0nothing-like-this\u00a0».\n",
                Run.of(Locale.FRENCH, "", "catalog", "models", "--filter", "nothing-like-this").out());
        assertEquals(0, new ObjectMapper().readTree(Run.of("catalog", "models", "--filter", "nothing-like-this",
                "--json").out()).get("models").size());
    }

    /** A table of models becomes a study, and a wrong one is refused with its line and column. */
    @Test
    void tablesOfModelsAreConverted(@TempDir Path folder) throws IOException {
        Path table = folder.resolve("models.csv");
        Path study = folder.resolve("zoo.isoflop");
        Files.writeString(table, "model,params,tokens\nA,7B,2T\n");
        assertEquals(0, Run.of("convert", table.toString(), study.toString()).status());
        JsonNode model = new ObjectMapper().readTree(study.toFile()).get("models").get(0);
        assertEquals(7e9, model.get("parameters").get("value").asDouble());
        assertEquals(0, Run.of("validate", study.toString(), "--strict").status());
        Files.writeString(table, "model,params\nA,seven\n");
        Run wrong = Run.of("convert", table.toString(), study.toString(), "--force", "--json");
        assertEquals(2, wrong.status());
        JsonNode error = new ObjectMapper().readTree(wrong.out()).get("error");
        assertEquals(2, error.get("line").asInt());
        assertEquals("params", error.get("path").asText());
    }

    @Test
    void sortsFiltersAndChoosesColumns() {
        List<String> lines = Run.of(Locale.FRENCH, "", "catalog", "hardware", "--filter", "Apple", "--sort",
                "peaks.fp16", "--descending", "--columns", "vendor,peaks.fp16").out().lines().toList();
        assertTrue(lines.get(0).contains("Fabricant") && lines.get(0).contains("Crête fp16"), lines.get(0));
        assertTrue(lines.get(1).startsWith("apple-m2-ultra-192gb") && lines.get(1).contains("27,2"), lines.get(1));
        assertTrue(lines.get(2).endsWith("?"), lines.get(2));
        assertEquals("? d’une source que personne n’a vérifiée", lines.get(4));
        assertFalse(lines.getFirst().contains("Loyer"));
    }
}
