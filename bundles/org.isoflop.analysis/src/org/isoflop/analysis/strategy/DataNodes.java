package org.isoflop.analysis.strategy;

import java.util.List;

import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.strategy.Scope.Domain;
import org.isoflop.analysis.unit.Unit;

/** What the data of a step are worth. */
final class DataNodes {

    private static final String SYNTHETIC = "Qin et al. 2025, arXiv:2503.19551; Gerstgrasser et al. 2024, "
            + "arXiv:2404.01413";

    private DataNodes() {
    }

    /** Whether a part of the data is synthetic and nobody says what it is worth. */
    static boolean qualityUnknown(DataInputs data) {
        return data != null && data.syntheticShare() != null && data.syntheticShare().value() > 0
                && data.qualityMultiplier() == null;
    }

    /**
     * What a token is worth in tokens of the law’s corpus: 1 − σ + σ·q for a synthetic share σ of quality q.
     *
     * @return null for data without synthetic tokens, or of which nobody says what they are worth
     */
    static Node quality(Chain chain, Scope scope, DataInputs data) {
        if (data == null || data.syntheticShare() == null || data.syntheticShare().value() == 0
                || data.qualityMultiplier() == null) {
            return null;
        }
        Node share = scope.input("syntheticShare", "sigma", Unit.ONE, data.syntheticShare(), Domain.FRACTION);
        Node multiplier = scope.input("qualityMultiplier", "q_s", Unit.ONE, data.qualityMultiplier());
        chain.cite(SYNTHETIC, "assumption.synthetic", data.id());
        return scope.derived("quality", "q_d", Unit.ONE, "1 - {0} + {0}*{1}", List.of(share, multiplier),
                v -> quality(v[0], v[1]), null);
    }

    static double quality(double share, double multiplier) {
        return 1 - share + share * multiplier;
    }
}
