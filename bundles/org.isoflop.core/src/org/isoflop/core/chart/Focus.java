package org.isoflop.core.chart;

import java.util.List;

/**
 * What somebody looks at in a study, which its charts follow.
 *
 * @param laws
 *            ids of laws
 * @param models
 *            ids of models
 * @param scenario
 *            id of a scenario, or null
 * @param chart
 *            id of a saved chart, or null
 * @param accelerators
 *            ids of accelerators
 * @param clusters
 *            ids of clusters
 */
public record Focus(List<String> laws, List<String> models, String scenario, String chart, List<String> accelerators,
        List<String> clusters) {

    /** Nothing in particular. */
    public static final Focus NONE = new Focus(List.of(), List.of(), null, null);

    /** Copies the lists. */
    public Focus {
        laws = List.copyOf(laws);
        models = List.copyOf(models);
        accelerators = List.copyOf(accelerators);
        clusters = List.copyOf(clusters);
    }

    /**
     * Laws, models, a scenario or a chart.
     *
     * @param laws
     *            ids of laws
     * @param models
     *            ids of models
     * @param scenario
     *            id of a scenario, or null
     * @param chart
     *            id of a saved chart, or null
     */
    public Focus(List<String> laws, List<String> models, String scenario, String chart) {
        this(laws, models, scenario, chart, List.of(), List.of());
    }
}
