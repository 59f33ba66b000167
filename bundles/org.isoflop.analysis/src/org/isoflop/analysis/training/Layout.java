package org.isoflop.analysis.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Localised;
import org.isoflop.analysis.Messages;
import org.isoflop.analysis.Sentence;

/**
 * How training is spread over devices.
 *
 * @param tensor devices that share each layer, t
 * @param pipeline stages that share the layers, p
 * @param data copies of the model, each with its share of the batch, d
 * @param interleave pieces of a stage that take turns, v; 1 for a plain pipeline
 * @param microBatch sequences that pass through the pipeline together, b
 * @param sequenceParallel whether the devices of a tensor group also share what tensor parallelism leaves whole
 * @param zero what copies of the model divide among themselves
 * @param recomputation what is computed again instead of being kept
 */
public record Layout(int tensor, int pipeline, int data, int interleave, int microBatch, boolean sequenceParallel,
        ZeroStage zero, Recomputation recomputation) implements Localised {

    /** Checks the values. */
    public Layout {
        DomainException.count(tensor, Sentence.of("node.tensor"));
        DomainException.count(pipeline, Sentence.of("node.pipeline"));
        DomainException.count(data, Sentence.of("node.data"));
        DomainException.count(interleave, Sentence.of("node.interleave"));
        DomainException.count(microBatch, Sentence.of("node.microBatch"));
        Objects.requireNonNull(zero);
        Objects.requireNonNull(recomputation);
    }

    /**
     * The number of devices.
     *
     * @return t·p·d
     */
    public long devices() {
        return (long) tensor * pipeline * data;
    }

    /** The whole layout in words. */
    @Override
    public String text(Locale locale) {
        List<String> parts = new ArrayList<>();
        parts.add(Messages.text(locale, "layout.tensor", tensor));
        parts.add(interleave > 1 ? Messages.text(locale, "layout.interleaved", pipeline, interleave)
                : Messages.text(locale, "layout.pipeline", pipeline));
        parts.add(Messages.text(locale, "layout.data", data));
        parts.add(Messages.text(locale, "layout.zero", zero.stage()));
        if (tensor > 1) {
            parts.add(Messages.text(locale, sequenceParallel ? "layout.sequence" : "layout.noSequence"));
        }
        parts.add(Messages.text(locale, "layout.microBatch", microBatch));
        parts.add(Messages.text(locale, "recomputation." + recomputation.key()));
        return String.join(Messages.text(locale, "layout.list"), parts);
    }
}
