package org.isoflop.core.chart;

import java.util.List;

/**
 * What a user chose that the charts of a study show, instead of what the study says itself.
 *
 * @param laws
 *            ids of laws; empty means those of the study
 * @param models
 *            ids of models; empty means those of the study
 * @param budgets
 *            compute budgets in FLOP; empty means the view's own
 * @param accelerators
 *            ids of accelerators; empty means those of the study
 * @param clusters
 *            ids of clusters; empty means those of the study
 * @param strategies
 *            ids of strategies; empty means the best one
 * @param across
 *            id of the measure along the horizontal axis, or null for the view's own
 * @param up
 *            id of the measure along the vertical axis, or null for the view's own
 */
public record Chosen(List<String> laws, List<String> models, List<Double> budgets, List<String> accelerators,
        List<String> clusters, List<String> strategies, String across, String up) {

    /** No choice: what the study says. */
    public static final Chosen NOTHING = new Chosen(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Chosen {
        laws = List.copyOf(laws);
        models = List.copyOf(models);
        budgets = List.copyOf(budgets);
        accelerators = List.copyOf(accelerators);
        clusters = List.copyOf(clusters);
        strategies = List.copyOf(strategies);
    }

    /**
     * A choice of laws, models and budgets.
     *
     * @param laws
     *            ids of laws; empty means those of the study
     * @param models
     *            ids of models; empty means those of the study
     * @param budgets
     *            compute budgets in FLOP; empty means the view's own
     */
    public Chosen(List<String> laws, List<String> models, List<Double> budgets) {
        this(laws, models, budgets, List.of(), List.of(), List.of(), null, null);
    }

    /**
     * Tells whether nothing was chosen.
     *
     * @return true if all lists are empty
     */
    public boolean isEmpty() {
        return laws.isEmpty() && models.isEmpty() && budgets.isEmpty() && accelerators.isEmpty()
                && clusters.isEmpty() && strategies.isEmpty() && across == null && up == null;
    }

    /**
     * The same with another measure across.
     *
     * @param measure
     *            its id, or null for the view's own
     * @return the choice
     */
    public Chosen withAcross(String measure) {
        return new Chosen(laws, models, budgets, accelerators, clusters, strategies, measure, up);
    }

    /**
     * The same with another measure upwards.
     *
     * @param measure
     *            its id, or null for the view's own
     * @return the choice
     */
    public Chosen withUp(String measure) {
        return new Chosen(laws, models, budgets, accelerators, clusters, strategies, across, measure);
    }

    /**
     * The same with another strategy.
     *
     * @param strategy
     *            its id, or null for the best one
     * @return the choice
     */
    public Chosen withStrategy(String strategy) {
        return new Chosen(laws, models, budgets, accelerators, clusters,
                strategy == null ? List.of() : List.of(strategy), across, up);
    }
}
