package org.isoflop.core.architecture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

import org.isoflop.analysis.architecture.Architecture;
import org.isoflop.analysis.architecture.Attention;
import org.isoflop.analysis.architecture.DenseFeedForward;
import org.isoflop.analysis.architecture.Extra;
import org.isoflop.analysis.architecture.Head;
import org.isoflop.analysis.architecture.LayerGroup;
import org.isoflop.analysis.architecture.Norm;
import org.isoflop.analysis.architecture.Part;
import org.isoflop.analysis.architecture.QueryKeyNorm;

/** An architecture in the making: what nearly all families have in common. */
final class Draft {

    private final Fields fields;
    private final long hidden;
    private final long vocabulary;
    private final long layers;
    private final List<Extra> extras = new ArrayList<>();
    private long embedding;
    private Head head = Head.NONE;
    private long positions;
    private Norm norm = Norm.SCALE;
    private boolean finalNorm = true;
    private boolean causal = true;
    private long context;

    Draft(Fields fields) {
        this(fields, fields.size("vocab_size"));
    }

    Draft(Fields fields, long vocabulary) {
        this.fields = fields;
        this.vocabulary = vocabulary;
        hidden = fields.size(Fields.HIDDEN);
        layers = fields.size(Fields.MOST_LAYERS, Fields.LAYERS);
        embedding = hidden;
        context = fields.optional(Fields.POSITIONS).orElse(0);
    }

    long hidden() {
        return hidden;
    }

    long layers() {
        return layers;
    }

    /** Reads whether the embedding serves as head, with the default of the class. */
    Draft tiedOr(boolean absent) {
        head = fields.flagOr(absent, "tie_word_embeddings") ? Head.TIED : Head.UNTIED;
        return this;
    }

    Draft encoder() {
        head = Head.NONE;
        causal = false;
        finalNorm = false;
        return this;
    }

    Draft norm(Norm kind) {
        norm = kind;
        return this;
    }

    Draft finalNorm(boolean follows) {
        finalNorm = follows;
        return this;
    }

    Draft embedding(long size) {
        embedding = size;
        return this;
    }

    /** Reads the tokens that the model was made for, with the default of the class. */
    Draft contextOr(long absent) {
        context = fields.sizeOr(absent, 0, Fields.POSITIONS);
        return this;
    }

    /** The tokens that the model was made for, which its class calls otherwise than the others; 0 if not known. */
    Draft context(long tokens) {
        context = tokens;
        return this;
    }

    /** Vectors learned for positions, of which so many stand for a context. */
    Draft learnedPositions(long vectors, long length) {
        positions = vectors;
        context = length;
        return this;
    }

    Draft extra(Part part, long count, String reason) {
        extras.add(new Extra(part, count, reason));
        return this;
    }

    /** Attention without biases, whose heads divide the hidden size. */
    Attention attention(long keyValueHeads, long headSize, boolean bias) {
        return attention(keyValueHeads, headSize, bias, bias, QueryKeyNorm.NONE);
    }

    Attention attention(long keyValueHeads, long headSize, boolean queryKeyValueBias, boolean outputBias,
            QueryKeyNorm queryKeyNorm) {
        return new Attention(heads(), keyValueHeads, headSize, queryKeyValueBias, outputBias, queryKeyNorm, 0);
    }

    long heads() {
        return fields.size(Fields.HEADS);
    }

    /** Key-value heads: as many as heads where they are null, and so many where they are left out. */
    long keyValueHeadsOr(long absent) {
        return fields.sizeOr(absent, heads(), Fields.KEY_VALUE_HEADS);
    }

    /** The head size: the hidden size shared among the heads where it is null, and so much where it is left out. */
    long headSizeOr(long absent) {
        return fields.isNull("head_dim") ? shared() : fields.sizeOr(absent, "head_dim");
    }

    /** The hidden size shared among the heads, unless the file gives a head size. */
    long headSize() {
        return fields.has("head_dim") ? fields.size("head_dim") : shared();
    }

    /** The hidden size shared among the heads. */
    long shared() {
        if (hidden % heads() != 0) {
            throw fields.contradiction(fields.given(Fields.HIDDEN), fields.given(Fields.HEADS));
        }
        return hidden / heads();
    }

    static Attention windowed(Attention attention, long window) {
        return new Attention(attention.heads(), attention.keyValueHeads(), attention.headSize(),
                attention.queryKeyValueBias(), attention.outputBias(), attention.queryKeyNorm(), window);
    }

    /** The gated feed-forward of Llama and most that followed. */
    DenseFeedForward gated(boolean bias) {
        return new DenseFeedForward(fields.size("intermediate_size"), true, bias);
    }

    /** Layers that are all alike. */
    Architecture of(LayerGroup layer) {
        return of(index -> layer);
    }

    /** Layers of which each is described by itself, for {@code count} 1; equal ones become one group. */
    Architecture of(LongFunction<LayerGroup> layer) {
        Map<LayerGroup, Long> counts = new LinkedHashMap<>();
        for (long index = 0; index < layers; index++) {
            counts.merge(layer.apply(index), 1L, Long::sum);
        }
        List<LayerGroup> groups = new ArrayList<>();
        counts.forEach((one, count) -> groups
                .add(new LayerGroup(count, one.mixer(), one.feedForward(), one.norms())));
        return new Architecture(hidden, vocabulary, embedding, head, positions, norm, finalNorm, causal, context,
                groups, extras);
    }
}
