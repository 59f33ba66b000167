package org.isoflop.core.architecture;

import java.util.List;
import java.util.function.LongPredicate;

import org.isoflop.analysis.architecture.Architecture;
import org.isoflop.analysis.architecture.Attention;
import org.isoflop.analysis.architecture.FeedForward;
import org.isoflop.analysis.architecture.LatentAttention;
import org.isoflop.analysis.architecture.LayerGroup;
import org.isoflop.analysis.architecture.MixtureOfExperts;
import org.isoflop.analysis.architecture.Part;
import org.isoflop.analysis.architecture.QueryKeyNorm;

/** Families with mixtures of experts, with the defaults of their classes in the transformers library. */
final class ExpertFamilies {

    private static final String ACTIVE = "num_experts_per_tok";
    private static final String SIZE = "intermediate_size";
    private static final String EXPERT_SIZE = "moe_intermediate_size";
    private static final String BIAS = "attention_bias";

    /** The experts, first by the name that the class of the family gives them. */
    private static final String[] LOCAL = {"num_local_experts", "num_experts", "n_routed_experts"};
    private static final String[] ROUTED = {"n_routed_experts", "num_experts", "num_local_experts"};

    private ExpertFamilies() {
    }

    static Architecture deepseek2(Fields fields) {
        long active = fields.optional(ACTIVE).orElseThrow(() -> fields.missing(ACTIVE));
        boolean bias = fields.flagOr(false, "mlp_bias");
        long size = fields.sizeOr(1407, EXPERT_SIZE);
        FeedForward experts = new MixtureOfExperts(fields.sizeOr(64, ROUTED), active, size,
                fields.countOr(2, "n_shared_experts"), size, true, bias, false);
        return deepseek(fields, experts, bias, 0, 2048);
    }

    /** Its router has biases that balance the load. */
    static Architecture deepseek3(Fields fields) {
        long size = fields.sizeOr(2048, EXPERT_SIZE);
        FeedForward experts = new MixtureOfExperts(fields.sizeOr(256, ROUTED), fields.sizeOr(8, ACTIVE), size,
                fields.countOr(1, "n_shared_experts"), size, true, false, true);
        return deepseek(fields, experts, false, 3, 4096);
    }

    private static Architecture deepseek(Fields fields, FeedForward experts, boolean bias, long denseLayers,
            long context) {
        Draft draft = new Draft(fields).tiedOr(false).contextOr(context);
        LatentAttention attention = new LatentAttention(draft.heads(), fields.sizeOr(1536, 0, "q_lora_rank"),
                fields.sizeOr(512, "kv_lora_rank"), fields.sizeOr(64, "qk_rope_head_dim"),
                fields.sizeOr(128, "qk_nope_head_dim"), fields.sizeOr(128, "v_head_dim"), fields.flagOr(false, BIAS));
        FeedForward dense = draft.gated(bias);
        long first = fields.countOr(denseLayers, "first_k_dense_replace");
        long every = fields.optional("moe_layer_freq").orElse(1);
        return draft.of(index -> new LayerGroup(1, attention,
                index >= first && index % every == 0 ? experts : dense, 2));
    }

    /** Attention sinks: one score for each head that takes weight and gives none. */
    static Architecture gptOss(Fields fields) {
        Draft draft = new Draft(fields).tiedOr(false).contextOr(131_072);
        boolean bias = fields.flagOr(true, BIAS);
        Attention attention = draft.attention(draft.keyValueHeadsOr(8), draft.headSizeOr(64), bias);
        FeedForward experts = new MixtureOfExperts(fields.sizeOr(128, LOCAL),
                fields.sizeOr(4, ACTIVE, "experts_per_token"), fields.size(SIZE), 0, 0, true, true, true);
        long window = DenseFamilies.window(fields, 128);
        LongPredicate slides = DenseFamilies.slides(fields, draft, index -> index % 2 == 0);
        return draft.extra(Part.ATTENTION, draft.layers() * draft.heads(), "attention sinks")
                .of(index -> new LayerGroup(1, Draft.windowed(attention, slides.test(index) ? window : 0), experts,
                        2));
    }

    static Architecture mixtral(Fields fields) {
        Draft draft = new Draft(fields).tiedOr(false).contextOr(131_072);
        Attention attention = Draft.windowed(draft.attention(draft.keyValueHeadsOr(8), draft.headSize(), false),
                DenseFamilies.window(fields, 0));
        FeedForward experts = experts(fields, fields.sizeOr(8, LOCAL), fields.sizeOr(2, ACTIVE),
                fields.size(SIZE));
        return draft.of(new LayerGroup(1, attention, experts, 2));
    }

    static Architecture olmoe(Fields fields) {
        Draft draft = new Draft(fields).tiedOr(false).contextOr(4096);
        boolean bias = fields.flagOr(false, BIAS);
        Attention attention = draft.attention(draft.keyValueHeadsOr(draft.heads()), draft.headSize(), bias, bias,
                QueryKeyNorm.FULL);
        FeedForward experts = experts(fields, fields.sizeOr(64, Fields.EXPERTS), fields.sizeOr(8, ACTIVE),
                fields.size(SIZE));
        return draft.of(new LayerGroup(1, attention, experts, 2));
    }

    /** Layers are dense where a list says so, or where they are not every k-th. */
    static Architecture qwen3Moe(Fields fields) {
        Draft draft = new Draft(fields).tiedOr(false).contextOr(32_768);
        boolean bias = fields.flagOr(false, BIAS);
        Attention attention = Draft.windowed(draft.attention(draft.keyValueHeadsOr(4), draft.headSize(), bias, bias,
                QueryKeyNorm.HEAD), DenseFamilies.usedWindow(fields));
        FeedForward experts = experts(fields, fields.sizeOr(128, Fields.EXPERTS), fields.sizeOr(8, ACTIVE),
                fields.sizeOr(768, EXPERT_SIZE));
        FeedForward dense = draft.gated(false);
        long every = fields.sizeOr(1, "decoder_sparse_step");
        List<Long> denseLayers = fields.numbers("mlp_only_layers", draft.layers());
        return draft.of(index -> new LayerGroup(1, attention,
                (index + 1) % every == 0 && !denseLayers.contains(index) ? experts : dense, 2));
    }

    private static FeedForward experts(Fields fields, long experts, long active, long size) {
        if (active > experts) {
            throw fields.contradiction(ACTIVE, fields.given(Fields.EXPERTS));
        }
        return new MixtureOfExperts(experts, active, size, 0, 0, true, false, false);
    }
}
