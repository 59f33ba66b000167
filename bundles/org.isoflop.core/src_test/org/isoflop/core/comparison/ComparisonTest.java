package org.isoflop.core.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.isoflop.core.comparison.Comparison.Row;
import org.isoflop.core.evaluation.Evaluation;
import org.isoflop.core.evaluation.Measure;
import org.isoflop.core.mapping.StudyMapper;
import org.isoflop.core.study.Studies;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    /** Two pretrainings and one that breaks the money limit: 6ND and USD per device-hour, by hand. */
    private static final String STUDY = """
            {"format": "isoflop", "version": 1, "id": "s",
             "sources": [{"id": "p", "citation": "P"}],
             "accelerators": [{"id": "chip", "peaks": [{"precision": "bf16", "throughput": 1e15}],
              "prices": [{"date": "2026", "rent": 2}]}],
             "laws": [{"id": "l", "form": "chinchilla", "source": "p", "parameterCount": "total",
              "computeCount": "sixND", "constants": [{"symbol": "E", "value": 1.8172}, {"symbol": "A", "value": 482.01},
              {"symbol": "B", "value": 2085.43}, {"symbol": "alpha", "value": 0.3478},
              {"symbol": "beta", "value": 0.3658}]}],
             "scenarios": [{"id": "q", "law": "l", "moneyBudget": 1000000, "strategies": [
              {"id": "small", "name": "Small, \\"cheap\\"", "steps": [STEP 1e9, "tokens": 2e10 }]},
              {"id": "large", "steps": [STEP 4e9, "tokens": 8e10 }]},
              {"id": "huge", "steps": [STEP 4e11, "tokens": 8e12 }]},
              {"id": "wrong", "steps": [{"type": "Quantise", "weightBits": 4}]}]}]}"""
            .replace("STEP", "{\"type\": \"Pretrain\", \"accelerator\": \"chip\", \"precision\": \"bf16\","
                    + " \"devices\": 8, \"utilisation\": 0.5, \"payment\": \"rent\", \"parameters\":");

    private final Comparison comparison = compare(STUDY);

    private static Comparison compare(String study) {
        return Comparison.of(Evaluation.evaluate(StudyMapper.map(Studies.read(study.getBytes(), "s").study()), "q"));
    }

    private Row row(Measure measure) {
        return row(comparison, measure);
    }

    private static Row row(Comparison comparison, Measure measure) {
        return comparison.rows().stream().filter(row -> row.measure() == measure).findFirst().orElseThrow();
    }

    @Test
    void rowsStandInGroupsInTheirOrder() {
        List<Measure.Group> groups = comparison.rows().stream().map(Row::group).toList();
        assertEquals(groups.stream().sorted().toList(), groups);
        assertTrue(comparison.rows().stream()
                .allMatch(row -> row.values().size() == 4 && row.values().get(3).isEmpty()));
    }

    @Test
    void onlyAFeasibleStrategyWinsAndOnlyWhereLessIsBetter() {
        assertEquals(Set.of(1), row(Measure.LOSS).best(), "the huge one has less loss, but costs too much");
        assertEquals(Set.of(0), row(Measure.COST).best());
        assertEquals(Set.of(), row(Measure.PARAMETERS).best(), "neither more nor fewer parameters are better");
        assertEquals(Set.of(), row(Measure.DEVICES).best(), "all have the same");
    }

    @Test
    void severalMayShareTheBest() {
        Comparison shared = compare(STUDY.replace("4e9, \"tokens\": 8e10", "1e9, \"tokens\": 2e10")
                .replace("4e11, \"tokens\": 8e12", "4e9, \"tokens\": 8e10"));
        assertEquals(Set.of(0, 1), row(shared, Measure.COST).best());
        assertEquals(Set.of(2), row(shared, Measure.LOSS).best());
    }

    /** 6·1e9·2e10 = 1.2e20 FLOP at 8·0.5e15 FLOP/s take 3e4 s; 8 devices at 2 USD/h then cost 133.33 USD. */
    @Test
    void differencesAreThoseFromTheFirst() {
        Row cost = row(Measure.COST);
        assertEquals(8 * 2 * 3e4 / 3600, cost.values().getFirst().getAsDouble(), 1e-9);
        assertEquals("", cost.difference(0, Locale.ENGLISH));
        assertEquals("×16", cost.difference(1, Locale.ENGLISH));
        assertTrue(row(Measure.LOSS).difference(1, Locale.FRENCH).matches("−\\d+(,\\d)?\u202f%"),
                row(Measure.LOSS).difference(1, Locale.FRENCH));
        assertTrue(cost.differs() && cost.differs(3), "one has no cost");
        assertFalse(row(Measure.DEVICES).differs(1));
        assertEquals("–", cost.text(3, Locale.ENGLISH));
    }

    @Test
    void verdictsAreShort() {
        assertEquals(List.of("all kept", "all kept", "one limit broken", "refused"),
                List.of(comparison.verdict(0, Locale.ENGLISH), comparison.verdict(1, Locale.ENGLISH),
                        comparison.verdict(2, Locale.ENGLISH), comparison.verdict(3, Locale.ENGLISH)));
    }

    @Test
    void theFileHasNumbersInBaseUnitsAndTheClipboardWhatIsSeen() {
        String csv = comparison.csv();
        assertEquals("measure,unit,small,large,huge,wrong", csv.lines().findFirst().orElseThrow());
        assertTrue(csv.contains("\ncompute,FLOP,1.2e20,1.92e21,1.92e25,\n"), csv);
        String text = comparison.text(Locale.FRENCH);
        assertTrue(text.startsWith("Mesure\tSmall, \"cheap\"\tlarge\thuge\twrong"), text);
        assertEquals(comparison.rows().size() + 2, text.lines().count());
        assertTrue(text.lines().allMatch(line -> line.split("\t", -1).length == 5));
    }
}
