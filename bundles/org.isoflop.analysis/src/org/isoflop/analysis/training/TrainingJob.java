package org.isoflop.analysis.training;

import java.util.Objects;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.architecture.Architecture;

/**
 * What is trained, whatever it is trained on.
 *
 * @param architecture the model
 * @param context tokens in a sequence, s
 * @param globalBatch sequences in a step, at most 10⁹
 * @param states bytes of each parameter
 * @param dropout whether training uses dropout
 * @param fusedAttention whether attention never writes its scores (FlashAttention)
 * @param reserve bytes of each device that the runtime takes
 * @param fragmentation share of a device's memory that is lost between blocks, 0 or more and below 1
 */
public record TrainingJob(Architecture architecture, long context, long globalBatch, StateBytes states, boolean dropout,
        boolean fusedAttention, double reserve, double fragmentation) {

    private static final long LARGEST_BATCH = 1_000_000_000;

    /** Checks the values. */
    public TrainingJob {
        Objects.requireNonNull(architecture);
        DomainException.count(context, Sentence.of("node.context"));
        DomainException.count(globalBatch, Sentence.of("node.globalBatch"));
        if (globalBatch > LARGEST_BATCH) {
            throw new DomainException(Sentence.of("training.batch", globalBatch, LARGEST_BATCH));
        }
        Objects.requireNonNull(states);
        DomainException.notNegative(reserve, Sentence.of("node.reserve"));
        DomainException.belowOne(fragmentation, Sentence.of("node.fragmentation"));
    }

    /**
     * The tokens of a step.
     *
     * @return sequences times context
     */
    public double tokensPerStep() {
        return (double) globalBatch * context;
    }
}
