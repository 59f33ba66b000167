package org.isoflop.analysis.training;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.architecture.Architecture;

/**
 * How a model is trained, as far as it was chosen; what is left open is what is usual. The one place where a job is
 * built, so that all results rest on the same bytes.
 *
 * @param recipe how weights, gradients and optimizer are kept; null for {@link #USUAL_RECIPE}
 * @param context tokens in a sequence; null for {@value #USUAL_CONTEXT}, or what the model was made for if that is less
 * @param batchTokens tokens in a step; null for {@value #USUAL_BATCH}
 */
public record TrainingSetup(Recipe recipe, Integer context, Double batchTokens) {

    /** The recipe where none is chosen. */
    public static final Recipe USUAL_RECIPE = Recipe.MIXED_32;
    /** The tokens in a sequence where nothing else is chosen. */
    public static final int USUAL_CONTEXT = 4096;
    /** The tokens in a step where nothing else is chosen. */
    public static final double USUAL_BATCH = 4_194_304;
    /** Bytes of each device that the runtime takes, of the usual 0.5 to 1 GB. */
    public static final double RESERVE = 1e9;
    /** Share of a device's memory that is lost between blocks, of the usual 5 to 10 %. */
    public static final double FRAGMENTATION = 0.05;
    /** Of which nothing is chosen. */
    public static final TrainingSetup USUAL = new TrainingSetup(null, null, null);

    /** Checks the values. */
    public TrainingSetup {
        recipe = recipe == null ? USUAL_RECIPE : recipe;
        if (context != null) {
            DomainException.count(context, Sentence.of("node.context"));
        }
        batchTokens = batchTokens == null ? USUAL_BATCH : batchTokens;
        DomainException.positive(batchTokens, Sentence.of("node.batchTokens"));
    }

    /**
     * The tokens of a sequence.
     *
     * @param architecture the model
     * @return those chosen, or the usual number that the model can take
     */
    public long context(Architecture architecture) {
        if (context != null) {
            return context;
        }
        long most = architecture.context() > 0 ? architecture.context() : architecture.learnedPositions();
        return most > 0 ? Math.min(most, USUAL_CONTEXT) : USUAL_CONTEXT;
    }

    /**
     * The sequences of a step before copies of the model divide them.
     *
     * @param architecture the model
     * @return at least 1
     */
    public long sequences(Architecture architecture) {
        return Math.max(1, Math.round(batchTokens / context(architecture)));
    }

    /**
     * The job.
     *
     * @param architecture the model
     * @param sequences sequences in a step
     * @return trained without dropout, with fused attention, and with room for the runtime and between blocks
     * @throws DomainException if there are too many sequences
     */
    public TrainingJob job(Architecture architecture, long sequences) {
        return new TrainingJob(architecture, context(architecture), sequences, recipe.bytes(), false, true, RESERVE,
                FRAGMENTATION);
    }
}
