package org.isoflop.core.architecture;

import java.util.List;
import java.util.function.LongPredicate;

import org.isoflop.analysis.architecture.Architecture;
import org.isoflop.analysis.architecture.Attention;
import org.isoflop.analysis.architecture.DenseFeedForward;
import org.isoflop.analysis.architecture.FeedForward;
import org.isoflop.analysis.architecture.LayerGroup;
import org.isoflop.analysis.architecture.Norm;
import org.isoflop.analysis.architecture.Part;
import org.isoflop.analysis.architecture.QueryKeyNorm;

/**
 * Families whose layers are attention and one feed-forward. Defaults are those of the configuration classes of the
 * transformers library.
 */
final class DenseFamilies {

    private static final int PLAIN_FACTOR = 4;
    private static final long USUAL_WINDOW = 4096;
    private static final String BIAS = "attention_bias";
    private static final String WINDOW = "sliding_window";
    private static final String POSITIONS = "max_position_embeddings";

    private DenseFamilies() {
    }

    static Architecture bert(Fields fields) {
        fields.requireNot("add_cross_attention", true);
        Draft draft = new Draft(fields).encoder().norm(Norm.SCALE_AND_SHIFT);
        long hidden = draft.hidden();
        long positions = fields.sizeOr(512, POSITIONS);
        long kinds = fields.sizeOr(2, "type_vocab_size");
        return draft.learnedPositions(positions + kinds, positions)
                .extra(Part.NORMS, 2 * hidden, "norm of the embedding")
                .extra(Part.HEAD, hidden * hidden + hidden, "pooler")
                .of(plain(draft.attention(draft.heads(), draft.shared(), true), fields.size("intermediate_size"),
                        true, 2));
    }

    /** Its class has no context; the files that say how long its sequences were call it otherwise. */
    static Architecture bloom(Fields fields) {
        Draft draft = new Draft(fields).tiedOr(true).norm(Norm.SCALE_AND_SHIFT)
                .context(fields.optional("seq_length", POSITIONS).orElse(0));
        return draft.extra(Part.NORMS, 2 * draft.hidden(), "norm of the embedding")
                .of(plain(draft.attention(draft.heads(), draft.shared(), true), PLAIN_FACTOR * draft.hidden(), true,
                        2));
    }

    /** One norm a layer, without a shift; attention and feed-forward stand side by side. */
    static Architecture cohere(Fields fields) {
        Draft draft = new Draft(fields).tiedOr(true).contextOr(8192);
        boolean bias = fields.flagOr(false, BIAS);
        QueryKeyNorm norm = fields.flagOr(false, "use_qk_norm") ? QueryKeyNorm.FULL : QueryKeyNorm.NONE;
        Attention attention = draft.attention(draft.keyValueHeadsOr(draft.heads()), draft.headSize(), bias, bias, norm);
        return draft.of(new LayerGroup(1, attention, draft.gated(false), 1));
    }

    /**
     * The old decoder has one key-value head or all, the new one any number; the norms differ too. The default of the
     * context holds for rotary positions alone.
     */
    static Architecture falcon(Fields fields) {
        Draft draft = new Draft(fields).tiedOr(true).norm(Norm.SCALE_AND_SHIFT);
        boolean bias = fields.flagOr(false, "bias");
        boolean isNew = fields.flagOr(false, "new_decoder_architecture");
        boolean parallel = fields.flagOr(true, "parallel_attn");
        if (!fields.flagOr(false, "alibi")) {
            draft.contextOr(2048);
        }
        long keyValueHeads;
        if (isNew) {
            keyValueHeads = draft.keyValueHeadsOr(draft.heads());
        } else {
            keyValueHeads = fields.flagOr(true, "multi_query") ? 1 : draft.heads();
        }
        long norms = 2;
        if (parallel) {
            norms = fields.has("num_ln_in_parallel_attn") ? fields.size("num_ln_in_parallel_attn") : isNew ? 2 : 1;
            if (norms > 2) {
                throw fields.unsupported("num_ln_in_parallel_attn");
            }
        }
        long size = fields.sizeOr(PLAIN_FACTOR * draft.hidden(), "ffn_hidden_size");
        return draft.of(plain(draft.attention(keyValueHeads, draft.shared(), bias), size, bias, norms));
    }

    static Architecture gemma(Fields fields) {
        Draft draft = new Draft(fields).tiedOr(true).contextOr(8192);
        Attention attention = draft.attention(draft.keyValueHeadsOr(16), draft.headSizeOr(256),
                fields.flagOr(false, BIAS));
        return draft.of(new LayerGroup(1, attention, draft.gated(false), 2));
    }

    /** Every other layer has a window; four norms a layer. */
    static Architecture gemma2(Fields fields) {
        Draft draft = new Draft(fields).tiedOr(true).contextOr(8192);
        Attention attention = draft.attention(draft.keyValueHeadsOr(4), draft.headSizeOr(256),
                fields.flagOr(false, BIAS));
        return windowed(fields, draft, attention, draft.gated(false), 4, window(fields, USUAL_WINDOW),
                index -> index % 2 == 0);
    }

    /** All layers but every sixth have a window. */
    static Architecture gemma3(Fields fields) {
        Draft draft = new Draft(fields, fields.sizeOr(262_208, "vocab_size")).tiedOr(true).contextOr(131_072);
        boolean bias = fields.flagOr(false, BIAS);
        Attention attention = new Attention(fields.sizeOr(8, Fields.HEADS), fields.sizeOr(4, Fields.KEY_VALUE_HEADS),
                fields.sizeOr(256, "head_dim"), bias, bias, QueryKeyNorm.HEAD, 0);
        long pattern = fields.has("layer_types") ? 1
                : fields.sizeOr(6, "sliding_window_pattern", "_sliding_window_pattern");
        return windowed(fields, draft, attention, draft.gated(false), 4, window(fields, USUAL_WINDOW),
                index -> (index + 1) % pattern != 0);
    }

    static Architecture gpt2(Fields fields) {
        fields.requireNot("add_cross_attention", true);
        Draft draft = new Draft(fields).tiedOr(true).norm(Norm.SCALE_AND_SHIFT);
        long positions = fields.sizeOr(1024, "n_positions", POSITIONS);
        return draft.learnedPositions(positions, positions)
                .of(plain(draft.attention(draft.heads(), draft.shared(), true),
                        fields.sizeOr(PLAIN_FACTOR * draft.hidden(), "n_inner"), true, 2));
    }

    static Architecture gptNeox(Fields fields) {
        Draft draft = new Draft(fields).tiedOr(false).contextOr(2048).norm(Norm.SCALE_AND_SHIFT);
        Attention attention = draft.attention(draft.heads(), draft.shared(), fields.flagOr(true, BIAS));
        return draft.of(plain(attention, fields.size("intermediate_size"), true, 2));
    }

    static Architecture llama(Fields fields) {
        Draft draft = new Draft(fields).tiedOr(false).contextOr(2048);
        Attention attention = draft.attention(draft.keyValueHeadsOr(draft.heads()), draft.headSize(),
                fields.flagOr(false, BIAS));
        return draft.of(new LayerGroup(1, attention, draft.gated(fields.flagOr(false, "mlp_bias")), 2));
    }

    static Architecture mistral(Fields fields) {
        Draft draft = new Draft(fields).tiedOr(false).contextOr(131_072);
        Attention attention = draft.attention(draft.keyValueHeadsOr(8), draft.headSize(), false);
        return windowed(fields, draft, attention, draft.gated(false), 2, window(fields, USUAL_WINDOW), index -> true);
    }

    /** Its norms learn nothing. */
    static Architecture olmo(Fields fields) {
        Draft draft = new Draft(fields).tiedOr(false).contextOr(2048).norm(Norm.NONE);
        Attention attention = draft.attention(draft.keyValueHeadsOr(draft.heads()), draft.headSize(),
                fields.flagOr(false, BIAS));
        return draft.of(new LayerGroup(1, attention, draft.gated(false), 2));
    }

    static Architecture olmo2(Fields fields) {
        Draft draft = new Draft(fields).tiedOr(false).contextOr(2048);
        boolean bias = fields.flagOr(false, BIAS);
        Attention attention = draft.attention(draft.keyValueHeadsOr(draft.heads()), draft.headSize(), bias, bias,
                QueryKeyNorm.FULL);
        return draft.of(new LayerGroup(1, attention, draft.gated(false), 2));
    }

    /** Two vectors of its positions are never used; small models have a narrower embedding. */
    static Architecture opt(Fields fields) {
        Draft draft = new Draft(fields).tiedOr(true);
        boolean bias = fields.flagOr(true, "enable_bias");
        boolean affine = fields.flagOr(true, "layer_norm_elementwise_affine");
        boolean before = fields.flagOr(true, "do_layer_norm_before");
        boolean removed = fields.has("_remove_final_layer_norm") && fields.flagOr(false, "_remove_final_layer_norm");
        long positions = fields.sizeOr(2048, POSITIONS);
        return draft.learnedPositions(positions + 2, positions)
                .embedding(fields.optional("word_embed_proj_dim").orElse(draft.hidden()))
                .norm(affine ? Norm.SCALE_AND_SHIFT : Norm.NONE).finalNorm(before && !removed)
                .of(plain(draft.attention(draft.heads(), draft.shared(), bias), fields.size("ffn_dim"), bias, 2));
    }

    static Architecture phi3(Fields fields) {
        Draft draft = new Draft(fields).tiedOr(false).contextOr(4096);
        Attention attention = draft.attention(draft.keyValueHeadsOr(draft.heads()), draft.headSize(), false);
        return windowed(fields, draft, attention, draft.gated(false), 2, window(fields, 0), index -> true);
    }

    /** Biases on queries, keys and values, and none behind them. */
    static Architecture qwen2(Fields fields) {
        Draft draft = new Draft(fields).tiedOr(false).contextOr(32_768);
        Attention attention = draft.attention(draft.keyValueHeadsOr(32), draft.headSize(), true, false,
                QueryKeyNorm.NONE);
        return upperWindows(fields, draft, attention);
    }

    static Architecture qwen3(Fields fields) {
        Draft draft = new Draft(fields).tiedOr(false).contextOr(32_768);
        boolean bias = fields.flagOr(false, BIAS);
        Attention attention = draft.attention(draft.keyValueHeadsOr(32), draft.headSizeOr(128), bias, bias,
                QueryKeyNorm.HEAD);
        return upperWindows(fields, draft, attention);
    }

    static Architecture smollm3(Fields fields) {
        Draft draft = new Draft(fields).tiedOr(true).contextOr(32_768);
        Attention attention = draft.attention(draft.keyValueHeadsOr(4), draft.headSize(), fields.flagOr(false, BIAS));
        FeedForward feedForward = draft.gated(fields.flagOr(false, "mlp_bias"));
        boolean slides = fields.flagOr(false, "use_sliding_window");
        long window = slides ? fields.optional(WINDOW).orElse(0) : 0;
        List<Long> rotary = fields.numbers("no_rope_layers", 2);
        if (window > 0 && !rotary.isEmpty() && rotary.size() < draft.layers()) {
            throw fields.contradiction("no_rope_layers", Fields.LAYERS[0]);
        }
        long interval = window == 0 ? 1 : fields.sizeOr(4, "no_rope_layer_interval");
        return windowed(fields, draft, attention, feedForward, 2, window,
                index -> rotary.isEmpty() ? (index + 1) % interval == 0 : rotary.get((int) index) == 0);
    }

    private static LayerGroup plain(Attention attention, long size, boolean bias, long norms) {
        return new LayerGroup(1, attention, new DenseFeedForward(size, false, bias), norms);
    }

    /** Only the layers from a number on have a window, and only if the file says that windows are used. */
    private static Architecture upperWindows(Fields fields, Draft draft, Attention attention) {
        long window = usedWindow(fields);
        long first = window == 0 ? 0 : fields.countOr(28, "max_window_layers");
        return windowed(fields, draft, attention, draft.gated(false), 2, window, index -> index >= first);
    }

    /** A window that counts only where another field says so. */
    static long usedWindow(Fields fields) {
        return fields.flagOr(false, "use_sliding_window") ? window(fields, USUAL_WINDOW) : 0;
    }

    /** The window: none where it is null, and so much where it is left out. */
    static long window(Fields fields, long absent) {
        return absent == 0 ? fields.optional(WINDOW).orElse(0) : fields.sizeOr(absent, 0, WINDOW);
    }

    /** Layers of which some have a window: those the file names, else those of the class. */
    private static Architecture windowed(Fields fields, Draft draft, Attention attention, FeedForward feedForward,
            long norms, long window, LongPredicate usual) {
        LongPredicate slides = window == 0 ? index -> false : slides(fields, draft, usual);
        return draft.of(index -> new LayerGroup(1,
                Draft.windowed(attention, slides.test(index) ? window : 0), feedForward, norms));
    }

    static LongPredicate slides(Fields fields, Draft draft, LongPredicate usual) {
        List<Boolean> named = fields.slidingLayers(draft.layers());
        return named == null ? usual : index -> named.get((int) index);
    }
}
