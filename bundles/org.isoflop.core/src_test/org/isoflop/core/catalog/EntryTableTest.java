package org.isoflop.core.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import org.eclipse.emf.ecore.EReference;
import org.isoflop.core.catalog.EntryTable.Column;
import org.isoflop.core.catalog.EntryTable.Doubt;
import org.isoflop.core.catalog.EntryTable.Row;
import org.isoflop.core.study.Studies;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.Study;
import org.junit.jupiter.api.Test;

class EntryTableTest {

    private static final String STUDY = """
            {"format": "isoflop", "version": 1, "id": "s", "name": "S",
             "sources": [{"id": "checked", "citation": "Chen 2024", "title": "A Title",
                          "identifier": "arXiv:2401.00001", "locator": "Table 2", "verification": "primary"},
                         {"id": "heard", "citation": "Hearsay", "verification": "unverified"}],
             "models": [{"id": "large", "name": {"en": "Large", "fr": "Géant"}, "organisation": "Lab",
                         "released": "2024-05",
                         "parameters": {"value": 1.76e12, "low": 1e12, "high": 2e12, "status": "estimated",
                                        "source": "heard", "note": "A rumour."},
                         "training": {"tokens": {"value": 13e12, "source": "checked"}}},
                        {"id": "small", "name": "Écurie 7B", "parameters": 7e9,
                         "observedLosses": [{"corpus": "C4", "loss": 2.5}]},
                        {"id": "tiny", "name": "Tiny"}],
             "accelerators": [{"id": "chip", "name": "Chip", "peaks": [{"precision": "bf16", "throughput": 1e15},
                               {"precision": "fp8", "throughput": 2e15}],
                               "prices": [{"date": "2023-01", "provider": "Old", "rent": 4},
                                          {"date": "2024-11", "provider": "New", "rent": 2.5},
                                          {"date": "2025-01", "purchase": 30000}]}]}
            """;

    private static EntryTable table(EReference list, Locale locale) {
        Study study = Studies.read(STUDY.getBytes(StandardCharsets.UTF_8), "s").study();
        return EntryTable.of(List.of(study), list, locale);
    }

    private static String cell(Row row, String column) {
        return row.cells().get(column).text();
    }

    @Test
    void everyFeatureThatIsGivenIsAColumn() {
        EntryTable table = table(Literals.STUDY__MODELS, Locale.ENGLISH);
        assertEquals(List.of("name", "id", "organisation", "released", "parameters", "training.tokens",
                "observedLosses.C4", "certainty"), table.columns().stream().map(Column::id).toList());
        assertEquals("Training run \u00b7 Training tokens", table.columns().get(5).label());
        assertEquals(List.of(false, true),
                List.of(table.columns().get(2).isNumber(), table.columns().get(4).isNumber()));
        Row large = table.rows().getFirst();
        assertEquals("\u2248 1.76T (?)", cell(large, "parameters"), "an estimate that nobody checked");
        assertEquals("13T\u202ftokens", cell(large, "training.tokens"));
        assertEquals("estimates, unverified sources", cell(large, "certainty"));
        assertEquals(List.of(Doubt.ESTIMATE, Doubt.UNVERIFIED), large.doubts());
        assertEquals(1.76e12, large.cells().get("parameters").number());
        assertEquals("1,760,000,000,000\u202fparameters\n1T to 2T\nEstimated\nHearsay \u00b7 Unverified\nA rumour.",
                large.cells().get("parameters").tip());
        assertEquals(URI.create("https://arxiv.org/abs/2401.00001"), large.sources().get(1).link());
        assertEquals("Chen 2024 \u00b7 A Title \u00b7 Table 2", large.sources().get(1).text());
        Row small = table.rows().get(1);
        assertNull(small.cells().get("released"), "unknown is no cell");
        assertEquals("2.5\u202fnats/token", cell(small, "observedLosses.C4"));
        assertEquals(List.of(), small.doubts());
    }

    @Test
    void cellsSpeakTheLanguageOfTheReader() {
        Row large = table(Literals.STUDY__MODELS, Locale.FRENCH).rows().getFirst();
        assertEquals("Géant", large.name());
        assertEquals("\u2248 1,76T (?)", cell(large, "parameters"));
    }

    @Test
    void hardwareShowsRatesByPrecisionAndThePriceOfTheLatestDate() {
        EntryTable table = table(Literals.STUDY__ACCELERATORS, Locale.ENGLISH);
        Row chip = table.rows().getFirst();
        assertEquals("2\u202fPFLOP/s", cell(chip, "peaks.fp8"));
        assertEquals("2.5\u202fUSD/h (2024-11)", cell(chip, "prices.rent"));
        assertEquals("New\n2.5\u202fUSD/h", chip.cells().get("prices.rent").tip());
        assertEquals("30,000\u202fUSD (2025-01)", cell(chip, "prices.purchase"));
    }

    @Test
    void allWordsMustOccurAndAccentsDoNotCount() {
        EntryTable table = table(Literals.STUDY__MODELS, Locale.ENGLISH);
        assertEquals(List.of("small"), ids(table.select("ecurie 7b", null, false, Locale.ENGLISH)));
        assertEquals(List.of("small"), ids(table.select("  7B   \u00c9CURIE ", null, false, Locale.ENGLISH)));
        assertEquals(List.of("large"), ids(table.select("hearsay lab", null, false, Locale.ENGLISH)), "in its source");
        assertEquals(List.of(), ids(table.select("ecurie lab", null, false, Locale.ENGLISH)));
        assertEquals(3, table.select("", null, false, Locale.ENGLISH).size());
    }

    @Test
    void whatIsUnknownComesLastInBothDirections() {
        EntryTable table = table(Literals.STUDY__MODELS, Locale.ENGLISH);
        assertEquals(List.of("small", "large", "tiny"), ids(table.select("", "parameters", false, Locale.ENGLISH)));
        assertEquals(List.of("large", "small", "tiny"), ids(table.select("", "parameters", true, Locale.ENGLISH)));
        assertEquals(List.of("small", "large", "tiny"), ids(table.select("", "name", false, Locale.ENGLISH)),
                "letters in the order of the language");
    }

    @Test
    void theShippedLawsHaveRowsWithSources() {
        EntryTable table = EntryTable.of(Kind.LAWS, Locale.ENGLISH);
        assertEquals(59, table.rows().size());
        for (Row row : table.rows()) {
            assertFalse(row.sources().isEmpty(), row.id());
        }
        assertTrue(table.rows().stream().anyMatch(row -> row.doubts().contains(Doubt.UNVERIFIED)));
    }

    private static List<String> ids(List<Row> rows) {
        return rows.stream().map(Row::id).toList();
    }
}
