package org.isoflop.analysis.strategy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.serving.Speculation;

/** The nodes that a copy of a model is chosen for, and how their values become a demand. */
final class ServingDemandNodes {

    /** What may be given. */
    enum Part {
        /** Tokens of a prompt. */
        PROMPT,
        /** Tokens of an answer. */
        ANSWER,
        /** Bits of a weight in layers. */
        MATRIX_BITS,
        /** Bits of other weights. */
        OTHER_BITS,
        /** Bits of a cached value. */
        CACHE_BITS,
        /** Memory of a device. */
        MEMORY,
        /** What may be filled of it. */
        MEMORY_SHARE,
        /** Peak of a device. */
        PEAK,
        /** What is reached of it. */
        PEAK_SHARE,
        /** Bandwidth of a device. */
        BANDWIDTH,
        /** What is reached of it. */
        BANDWIDTH_SHARE,
        /** Share of guesses that are right. */
        ACCEPTANCE,
        /** Tokens that are guessed at a time. */
        GUESSES,
        /** Time of a guess. */
        DRAFT_COST,
        /** Sequences at once, where they are not chosen. */
        BATCH,
        /** Longest time to the first token. */
        FIRST_TOKEN_LIMIT,
        /** Longest time of a token. */
        TOKEN_LIMIT,
        /** Tokens of answers in a day. */
        TOKENS_PER_DAY,
        /** Share of the time that devices answer. */
        BUSY,
        /** Devices that may serve. */
        DEVICE_LIMIT,
        /** Power that may be drawn. */
        POWER_LIMIT,
        /** Highest power of a device. */
        POWER,
        /** PUE of the site. */
        PUE
    }

    private static final Part[] PARTS = Part.values();
    private static final double UNLIMITED = Double.POSITIVE_INFINITY;

    private final List<Node> nodes = new ArrayList<>();
    private final int[] places = new int[PARTS.length];
    private final double usualBits;

    /**
     * Some of the parts.
     *
     * @param given the nodes that there are, by part
     * @param wanted what the choice depends on; anything else is taken as if it were not given
     * @param usualBits bits of what is not said to have others
     */
    ServingDemandNodes(Map<Part, Node> given, Set<Part> wanted, double usualBits) {
        this.usualBits = usualBits;
        Map<Part, Node> sorted = new EnumMap<>(given);
        sorted.keySet().retainAll(wanted);
        for (Part part : PARTS) {
            Node node = sorted.get(part);
            if (node != null && !nodes.contains(node)) {
                nodes.add(node);
            }
            places[part.ordinal()] = nodes.indexOf(node);
        }
    }

    /** The nodes, each once, in the order in which {@link #read} takes their values. */
    List<Node> nodes() {
        return List.copyOf(nodes);
    }

    /** The demand for values of the nodes, which may be followed by others. */
    ServingDemand read(double[] values) {
        Speculation speculation = places[Part.ACCEPTANCE.ordinal()] < 0 ? null
                : new Speculation(of(values, Part.ACCEPTANCE, 0), (int) of(values, Part.GUESSES, 1),
                        of(values, Part.DRAFT_COST, 0));
        double power = of(values, Part.POWER, 0) * of(values, Part.PUE, 1);
        double powered = power == 0 ? UNLIMITED : of(values, Part.POWER_LIMIT, UNLIMITED) / power;
        return new ServingDemand(of(values, Part.PROMPT, 1), of(values, Part.ANSWER, 1),
                of(values, Part.MATRIX_BITS, usualBits), of(values, Part.OTHER_BITS, usualBits),
                of(values, Part.CACHE_BITS, usualBits), of(values, Part.MEMORY, 1) * of(values, Part.MEMORY_SHARE, 1),
                of(values, Part.PEAK, 1) * of(values, Part.PEAK_SHARE, 1),
                of(values, Part.BANDWIDTH, 1) * of(values, Part.BANDWIDTH_SHARE, 1), speculation,
                of(values, Part.BATCH, 0), of(values, Part.FIRST_TOKEN_LIMIT, UNLIMITED),
                of(values, Part.TOKEN_LIMIT, UNLIMITED), of(values, Part.TOKENS_PER_DAY, 0), of(values, Part.BUSY, 1),
                Math.min(of(values, Part.DEVICE_LIMIT, UNLIMITED), powered));
    }

    private double of(double[] values, Part part, double otherwise) {
        int place = places[part.ordinal()];
        return place < 0 ? otherwise : values[place];
    }
}
