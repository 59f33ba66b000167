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
 */
public record Chosen(List<String> laws, List<String> models, List<Double> budgets) {

    /** No choice: what the study says. */
    public static final Chosen NOTHING = new Chosen(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Chosen {
        laws = List.copyOf(laws);
        models = List.copyOf(models);
        budgets = List.copyOf(budgets);
    }

    /**
     * Tells whether nothing was chosen.
     *
     * @return true if all lists are empty
     */
    public boolean isEmpty() {
        return laws.isEmpty() && models.isEmpty() && budgets.isEmpty();
    }
}
