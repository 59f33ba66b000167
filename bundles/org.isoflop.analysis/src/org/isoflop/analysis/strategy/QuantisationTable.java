package org.isoflop.analysis.strategy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What formats of quantised weights take and what they cost in quality, as measured: mean bits of a weight, and the
 * growth of the loss, ln of the ratio of perplexities on WikiText. Models trained on more tokens lose more at the same
 * bits, so a growth holds for its own model alone.
 */
public final class QuantisationTable {

    /** Where the bits come from. */
    public static final String BITS_SOURCE = "llama.cpp, README of its quantisation";
    /** Where the growths of the loss come from. */
    public static final String LOSS_SOURCE = "llama.cpp, perplexities on WikiText";

    private static final Map<String, Double> BITS = bits();
    private static final Map<String, Map<String, Double>> GROWTH = Map.of("llama-3.1-8b",
            perplexities(6.4006, Map.of("q8_0", 6.4070, "q6_k", 6.4231, "q5_k_m", 6.4623, "q4_k_m", 6.5837, "q3_k_m",
                    7.0488, "q3_k_s", 7.88, "q2_k", 9.73)),
            "llama-2-70b", perplexities(1, Map.of("q4_k_m", 1.0120, "q3_k_m", 1.0472, "q2_k", 1.0882)), "llama-3-70b",
            perplexities(1, Map.of("q4_k_m", 1.0483, "q3_k_m", 1.1875, "q2_k", 1.687)));

    private QuantisationTable() {
    }

    private static Map<String, Double> bits() {
        Map<String, Double> bits = new LinkedHashMap<>();
        bits.put("Q2_K", 3.35);
        bits.put("Q3_K_S", 3.50);
        bits.put("Q3_K_M", 3.91);
        bits.put("Q4_K_S", 4.58);
        bits.put("Q4_K_M", 4.84);
        bits.put("Q5_K_S", 5.52);
        bits.put("Q5_K_M", 5.68);
        bits.put("Q6_K", 6.56);
        bits.put("Q8_0", 8.5);
        bits.put("MXFP4", 4.25);
        bits.put("NF4", 4.127);
        return bits;
    }

    private static Map<String, Double> perplexities(double before, Map<String, Double> after) {
        Map<String, Double> growth = new LinkedHashMap<>();
        after.forEach((format, perplexity) -> growth.put(format, Math.log(perplexity / before)));
        return growth;
    }

    /**
     * The formats whose bits are known.
     *
     * @return their names
     */
    public static List<String> formats() {
        return List.copyOf(BITS.keySet());
    }

    /**
     * The mean bits of a weight.
     *
     * @param format such as Q4_K_M; upper and lower case do not matter
     * @return bits with their scales; empty for a format that is not known
     */
    public static Optional<Double> bits(String format) {
        return BITS.entrySet().stream().filter(entry -> entry.getKey().equalsIgnoreCase(format)).findFirst()
                .map(Map.Entry::getValue);
    }

    /**
     * What a format added to the loss of a model.
     *
     * @param model the model, as its id in a study, such as {@code llama-3.1-8b} or {@code llama-3-1-8b}
     * @param format such as Q4_K_M
     * @return nats per token of WikiText; empty if nobody measured that
     */
    public static Optional<Double> lossIncrease(String model, String format) {
        if (model == null || format == null) {
            return Optional.empty();
        }
        String plain = model.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return GROWTH.entrySet().stream()
                .filter(entry -> entry.getKey().replaceAll("[^a-z0-9]", "").equals(plain)).findFirst()
                .map(entry -> entry.getValue().get(format.toLowerCase(Locale.ROOT)));
    }

    /**
     * The size of quantised weights.
     *
     * @param parameters number of weights
     * @param bits bits of each on the average
     * @return bytes
     */
    public static double bytes(double parameters, double bits) {
        return parameters * bits / Byte.SIZE;
    }
}
