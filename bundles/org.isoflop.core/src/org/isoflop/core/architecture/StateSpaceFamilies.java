package org.isoflop.core.architecture;

import org.isoflop.analysis.architecture.Architecture;
import org.isoflop.analysis.architecture.Attention;
import org.isoflop.analysis.architecture.FeedForward;
import org.isoflop.analysis.architecture.LayerGroup;
import org.isoflop.analysis.architecture.Mamba1;
import org.isoflop.analysis.architecture.Mamba2;
import org.isoflop.analysis.architecture.MixtureOfExperts;

/** Families with state spaces, with the defaults of their classes in the transformers library. */
final class StateSpaceFamilies {

    private static final int USUAL_RANK = 16;

    private StateSpaceFamilies() {
    }

    /** Mamba, and Falcon-Mamba, whose further norms learn nothing. */
    static Architecture mamba(Fields fields) {
        Draft draft = new Draft(fields).tiedOr(true);
        Mamba1 mamba = new Mamba1(inner(fields, draft, "intermediate_size", "expand"),
                fields.sizeOr(16, "state_size"), fields.sizeOr(4, "conv_kernel"),
                rank(fields, draft, "time_step_rank"), fields.flagOr(true, "use_conv_bias"),
                fields.flagOr(false, "use_bias"), false);
        return draft.of(new LayerGroup(1, mamba, null, 1));
    }

    static Architecture mamba2(Fields fields) {
        Draft draft = new Draft(fields).tiedOr(false);
        long inner = draft.hidden() * fields.sizeOr(2, "expand");
        long heads = fields.sizeOr(128, "num_heads");
        if (heads * fields.sizeOr(64, "head_dim") != inner) {
            throw fields.contradiction("num_heads", "expand");
        }
        Mamba2 mamba = new Mamba2(inner, fields.sizeOr(128, "state_size"), fields.sizeOr(4, "conv_kernel"), heads,
                fields.sizeOr(8, "n_groups"), fields.flagOr(true, "use_conv_bias"), fields.flagOr(false, "use_bias"));
        return draft.of(new LayerGroup(1, mamba, null, 1));
    }

    /** Attention in one layer of a period, Mamba in the others; experts in one layer of another period. */
    static Architecture jamba(Fields fields) {
        Draft draft = new Draft(fields).tiedOr(false).contextOr(262_144);
        Attention attention = Draft.windowed(draft.attention(draft.keyValueHeadsOr(8), draft.shared(), false),
                DenseFamilies.window(fields, 0));
        Mamba1 mamba = new Mamba1(inner(fields, draft, null, "mamba_expand"), fields.sizeOr(16, "mamba_d_state"),
                fields.sizeOr(4, "mamba_d_conv"), rank(fields, draft, "mamba_dt_rank"),
                fields.flagOr(true, "mamba_conv_bias"), fields.flagOr(false, "mamba_proj_bias"), true);
        FeedForward dense = draft.gated(false);
        long count = fields.sizeOr(16, Fields.EXPERTS);
        long active = fields.sizeOr(2, "num_experts_per_tok");
        FeedForward experts = count == 1 ? dense
                : new MixtureOfExperts(count, active, fields.size("intermediate_size"), 0, 0, true, false, false);
        long attentionPeriod = fields.sizeOr(8, "attn_layer_period");
        long attentionOffset = offset(fields, 4, "attn_layer_offset", attentionPeriod, "attn_layer_period");
        long expertPeriod = fields.sizeOr(2, "expert_layer_period");
        long expertOffset = offset(fields, 1, "expert_layer_offset", expertPeriod, "expert_layer_period");
        return draft.of(index -> new LayerGroup(1,
                index % attentionPeriod == attentionOffset ? attention : mamba,
                index % expertPeriod == expertOffset ? experts : dense, 2));
    }

    private static long offset(Fields fields, long absent, String name, long period, String periodName) {
        long offset = fields.countOr(absent, name);
        if (offset >= period) {
            throw fields.contradiction(name, periodName);
        }
        return offset;
    }

    /** The inner size: as the file gives it, else so many times the hidden size. */
    private static long inner(Fields fields, Draft draft, String given, String factor) {
        if (given != null && fields.has(given)) {
            return fields.size(given);
        }
        return draft.hidden() * fields.sizeOr(2, factor);
    }

    /** The rank of the time step: a sixteenth of the hidden size where the file says "auto" or nothing. */
    private static long rank(Fields fields, Draft draft, String name) {
        return fields.isText(name, "auto") ? Math.ceilDiv(draft.hidden(), USUAL_RANK)
                : fields.sizeOr(Math.ceilDiv(draft.hidden(), USUAL_RANK), name);
    }
}
