package org.isoflop.analysis.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.facts.Architectures;
import org.isoflop.analysis.facts.Facts;
import org.isoflop.analysis.hardware.Cluster;
import org.isoflop.analysis.hardware.Precision;
import org.junit.jupiter.api.Test;

/** The layout of a training whose batch is rounded, and its words. */
class LayoutChoiceTest {

    /** 1,024 among 10: 1 or 2 copies 1,024; 5 copies 205 each, 1,025; 10 copies 102 each, 1,020. */
    @Test
    void batchesAreThoseThatCopiesDivide() {
        assertEquals(List.of(1024L, 1025L, 1020L), LayoutChoice.batches(1024, 10));
        assertEquals(List.of(1024L, 2048L), LayoutChoice.batches(1024, 2048).stream().distinct().toList());
        assertEquals(List.of(1L, 3L), LayoutChoice.batches(1, 3));
    }

    @Test
    void theUsualJobIsThatOfTheDocuments() {
        TrainingJob job = TrainingSetup.USUAL.job(Architectures.llama7b(), 1024);
        assertEquals(18, job.states().total());
        assertEquals(1e9, job.reserve());
        assertEquals(0.05, job.fragmentation());
        assertEquals(4_194_304, TrainingSetup.USUAL.sequences(Architectures.llama7b()) * job.context());
        assertThrows(DomainException.class, () -> new TrainingSetup(null, 0, null));
        assertThrows(DomainException.class, () -> new TrainingSetup(null, null, -1.0));
        assertThrows(DomainException.class, () -> new TrainingSetup(null, null, Double.NaN));
    }

    @Test
    void theChoiceIsTheBestOfTheSearchWhereTheBatchIsDivided() {
        Cluster cluster = Cluster.of(Facts.accelerator("H100 SXM5 80GB"), 64, null, null, null);
        LayoutChoice choice = LayoutChoice.on(TrainingSetup.USUAL, Architectures.llama31With8b(), cluster,
                Precision.BF16);
        SearchResult found = LayoutSearch.search(TrainingSetup.USUAL.job(Architectures.llama31With8b(), 1024), cluster,
                Precision.BF16, LayoutChoice.EFFICIENCY);
        assertEquals(found.best(), choice.plan());
        assertTrue(choice.fits());
    }

    @Test
    void aLayoutIsNamedInFull() {
        Layout layout = new Layout(8, 16, 128, 2, 1, true, ZeroStage.OPTIMIZER, Recomputation.SELECTIVE);
        assertEquals("tensor 8, pipeline 16 (interleaved 2 times), data 128, ZeRO 1, sequence parallelism, "
                + "micro-batch 1, selective recomputation", layout.text(Locale.ENGLISH));
        assertEquals("tensor 1, pipeline 1, data 1, ZeRO 0, micro-batch 4, no recomputation",
                new Layout(1, 1, 1, 1, 4, false, ZeroStage.NONE, Recomputation.NONE).text(Locale.ENGLISH));
        assertEquals("tenseurs 2, pipeline 1, données 1, ZeRO 0, sans parallélisme de séquence, micro-lot 1, "
                + "recalcul complet", new Layout(2, 1, 1, 1, 1, false, ZeroStage.NONE, Recomputation.FULL)
                        .text(Locale.FRENCH));
    }

    /** 1,024 sequences of 4,096 tokens where the copies divide them, else the nearest number that they do divide. */
    @Test
    void sequencesThatCopiesDivide() {
        assertEquals(List.of(1024L), LayoutChoice.batches(1024, 16_384).subList(0, 1));
        assertEquals(List.of(1024L), LayoutChoice.batches(1024, 8));
        assertEquals(List.of(1024L, 1023L, 1026L), LayoutChoice.batches(1024, 6));
        assertEquals(List.of(1024L, 997L), LayoutChoice.batches(1024, 997));
        List<Long> batches = LayoutChoice.batches(1024, 14_000);
        assertTrue(batches.contains(1000L), "125 copies of 8 tensor and 14 pipeline parts have 8 sequences each");
        assertTrue(batches.indexOf(14_000L) == batches.size() - 1, "one for each device is the last resort");
    }
}
