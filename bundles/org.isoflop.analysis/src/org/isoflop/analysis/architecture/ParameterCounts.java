package org.isoflop.analysis.architecture;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The parameters of an architecture, counted exactly.
 *
 * @param total all of them
 * @param active those that one token uses: all but the experts it is not routed to
 * @param nonEmbedding all but the vectors of vocabulary and positions and an untied head, as Kaplan et al. 2020 count
 * @param activeNonEmbedding of these, those that one token uses
 * @param parts the total by part, in the order of {@link Part}; parts without parameters are left out
 */
public record ParameterCounts(long total, long active, long nonEmbedding, long activeNonEmbedding,
        Map<Part, Long> parts) {

    /** Makes the map unmodifiable. */
    public ParameterCounts {
        parts = Collections.unmodifiableMap(new EnumMap<>(parts));
    }

    /**
     * Counts the parameters of an architecture.
     *
     * @param architecture the architecture
     * @return the counts, exact
     * @throws org.isoflop.analysis.DomainException if a count does not fit into 63 bits
     */
    public static ParameterCounts of(Architecture architecture) {
        long hidden = architecture.hiddenSize();
        Map<Part, Long> parts = new EnumMap<>(Part.class);
        long inactive = 0;
        add(parts, Part.EMBEDDING, Exact.sum(architecture.tokenEmbedding(), architecture.embeddingProjection(),
                Exact.times(architecture.learnedPositions(), hidden)));
        for (LayerGroup group : architecture.layers()) {
            long count = group.count();
            add(parts, group.mixer().part(), Exact.times(count, group.mixer().parameters(hidden)));
            add(parts, Part.NORMS, Exact.times(count, group.norms(), architecture.norm().parameters(hidden)));
            switch (group.feedForward()) {
                case null -> {
                }
                case DenseFeedForward dense -> add(parts, Part.MLP, Exact.times(count,
                        FeedForward.parameters(hidden, dense.size(), dense.gated(), dense.bias())));
                case MixtureOfExperts mixture -> {
                    long expert = mixture.expertParameters(hidden);
                    add(parts, Part.EXPERTS, Exact.times(count, mixture.experts(), expert));
                    add(parts, Part.MLP, Exact.times(count, mixture.sharedParameters(hidden)));
                    add(parts, Part.ROUTER, Exact.times(count, mixture.routerParameters(hidden)));
                    inactive = Exact.sum(inactive,
                            Exact.times(count, mixture.experts() - mixture.activeExperts(), expert));
                }
            }
        }
        add(parts, Part.NORMS, architecture.finalNorm() ? architecture.norm().parameters(hidden) : 0);
        add(parts, Part.HEAD, switch (architecture.head()) {
            case TIED -> architecture.embeddingProjection();
            case UNTIED -> Exact.sum(architecture.tokenEmbedding(), architecture.embeddingProjection());
            case NONE -> 0;
        });
        architecture.extras().forEach(extra -> add(parts, extra.part(), extra.count()));
        parts.values().removeIf(count -> count == 0);
        long total = parts.values().stream().mapToLong(Long::longValue).reduce(0, Exact::sum);
        long lookedUp = Exact.sum(architecture.tokenEmbedding(), Exact.times(architecture.learnedPositions(), hidden),
                architecture.head() == Head.UNTIED ? architecture.tokenEmbedding() : 0);
        return new ParameterCounts(total, total - inactive, total - lookedUp, total - lookedUp - inactive, parts);
    }

    private static void add(Map<Part, Long> parts, Part part, long count) {
        parts.merge(part, count, Exact::sum);
    }
}
