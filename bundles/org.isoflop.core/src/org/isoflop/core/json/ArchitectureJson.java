package org.isoflop.core.json;

import java.util.List;
import java.util.Map;

import org.isoflop.analysis.architecture.Convention;
import org.isoflop.analysis.architecture.ParameterCounts;
import org.isoflop.analysis.architecture.ServingState;
import org.isoflop.analysis.architecture.TokenFlop;

/** Counts of an architecture as JSON. */
public final class ArchitectureJson {

    private ArchitectureJson() {
    }

    /**
     * Puts the counts of parameters.
     *
     * @param tree
     *            receives {@code totalParameters, activeParameters, nonEmbeddingParameters, parts}
     * @param counts
     *            the counts
     */
    public static void put(Map<String, Object> tree, ParameterCounts counts) {
        tree.put("totalParameters", counts.total());
        tree.put("activeParameters", counts.active());
        tree.put("nonEmbeddingParameters", counts.nonEmbedding());
        tree.put("parts", counts.parts().entrySet().stream().map(entry -> {
            Map<String, Object> part = Json.object();
            part.put("part", entry.getKey().key());
            part.put("count", entry.getValue());
            return (Object) part;
        }).toList());
    }

    /**
     * Puts what serving keeps.
     *
     * @param tree
     *            receives {@code kvCacheBytesPerToken, stateBytes}, {@code kvCacheExpandedBytesPerToken} where latent
     *            attention can be unfolded, and {@code kvCacheBytes} where the context is known
     * @param state
     *            the bytes
     * @param knowsContext
     *            whether the context that the bytes were computed for is more than a stand-in
     */
    public static void put(Map<String, Object> tree, ServingState state, boolean knowsContext) {
        tree.put("kvCacheBytesPerToken", state.bytesPerToken());
        if (state.expandedBytesPerToken() != state.bytesPerToken()) {
            tree.put("kvCacheExpandedBytesPerToken", state.expandedBytesPerToken());
        }
        if (knowsContext) {
            tree.put("kvCacheBytes", state.cacheBytes());
        }
        tree.put("stateBytes", state.stateBytes());
    }

    /**
     * Puts the FLOP of a token.
     *
     * @param tree
     *            receives {@code trainingFlopPerToken, forwardFlopPerToken}, each with a key for each convention
     * @param flop
     *            the FLOP by convention
     */
    public static void put(Map<String, Object> tree, Map<Convention, TokenFlop> flop) {
        Map<String, Object> training = Json.object();
        Map<String, Object> forward = Json.object();
        flop.forEach((convention, count) -> {
            training.put(convention.key(), number(count.training()));
            if (!convention.recomputes()) {
                forward.put(convention.key(), number(count.forward()));
            }
        });
        tree.put("trainingFlopPerToken", training);
        tree.put("forwardFlopPerToken", forward);
    }

    /**
     * Puts the utilisation of a measured run.
     *
     * @param tree
     *            receives {@code mfu} and {@code hfu}, each with a key for each convention
     * @param flop
     *            the FLOP by convention
     * @param tokensPerSecond
     *            training tokens a second over all devices
     * @param devices
     *            number of devices
     * @param peak
     *            dense peak rate of one device, FLOP/s
     */
    public static void put(Map<String, Object> tree, Map<Convention, TokenFlop> flop, double tokensPerSecond,
            double devices, double peak) {
        for (boolean hardware : List.of(false, true)) {
            Map<String, Object> utilisation = Json.object();
            flop.forEach((convention, count) -> {
                if (convention.recomputes() == hardware) {
                    utilisation.put(convention.key(), count.utilisation(tokensPerSecond, devices, peak));
                }
            });
            tree.put(hardware ? "hfu" : "mfu", utilisation);
        }
    }

    /** Whole numbers without a fraction, as long as a double holds them exactly. */
    private static Number number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1L << 53 ? (Number) (long) value : (Number) value;
    }
}
