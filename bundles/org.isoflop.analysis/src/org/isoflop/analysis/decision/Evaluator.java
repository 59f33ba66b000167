package org.isoflop.analysis.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.isoflop.analysis.graph.Graph;
import org.isoflop.analysis.graph.Sweep;

/** All alternatives over arrays: factors are set, measures and winners are read. One serves one thread. */
final class Evaluator {

    private final List<Objective> objectives;
    private final Sweep[] sweeps;
    private final double[][][] sought;
    private final double[][][] limited;
    private final double[][][] bounds;
    private final Limit[][] limits;
    private final boolean[] known;

    /**
     * An evaluator.
     *
     * @param decision the alternatives
     * @param factors what varies
     * @param measures ids of further nodes that are read
     * @param capacity the most points at a time
     */
    Evaluator(Decision decision, List<? extends Factor> factors, Collection<String> measures, int capacity) {
        List<Alternative> alternatives = decision.alternatives();
        objectives = decision.objectives();
        sweeps = new Sweep[alternatives.size()];
        sought = new double[sweeps.length][objectives.size()][];
        limited = new double[sweeps.length][][];
        bounds = new double[sweeps.length][][];
        limits = new Limit[sweeps.length][];
        known = new boolean[sweeps.length];
        for (int a = 0; a < sweeps.length; a++) {
            Alternative alternative = alternatives.get(a);
            Graph graph = alternative.graph();
            sweeps[a] = new Sweep(graph, varied(factors, a), wanted(alternative, measures), capacity);
            for (int o = 0; o < objectives.size(); o++) {
                String measure = objectives.get(o).measure();
                sought[a][o] = graph.has(measure) ? sweeps[a].values(measure) : null;
            }
            String first = objectives.getFirst().measure();
            known[a] = graph.has(first) && !Double.isNaN(graph.value(first));
            limits[a] = alternative.limits().toArray(Limit[]::new);
            limited[a] = new double[limits[a].length][];
            bounds[a] = new double[limits[a].length][];
            for (int i = 0; i < limits[a].length; i++) {
                Limit limit = limits[a][i];
                limited[a][i] = sweeps[a].values(limit.measure());
                bounds[a][i] = limit.moves(graph) ? sweeps[a].values(limit.node()) : null;
            }
        }
    }

    private static Set<String> varied(List<? extends Factor> factors, int alternative) {
        Set<String> ids = new LinkedHashSet<>();
        for (Factor factor : factors) {
            switch (factor) {
                case Factor.Input input -> input.places().stream()
                        .filter(place -> place.alternative() == alternative).forEach(place -> ids.add(place.node()));
                case Factor.Constants law -> law.places().stream()
                        .filter(place -> place.alternative() == alternative).forEach(place -> ids.add(place.node()));
            }
        }
        return ids;
    }

    private Set<String> wanted(Alternative alternative, Collection<String> measures) {
        Graph graph = alternative.graph();
        List<String> ids = new ArrayList<>(measures);
        objectives.forEach(objective -> ids.add(objective.measure()));
        for (Limit limit : alternative.limits()) {
            ids.add(limit.measure());
            if (limit.moves(graph)) {
                ids.add(limit.node());
            }
        }
        ids.removeIf(id -> !graph.has(id));
        return new LinkedHashSet<>(ids);
    }

    /** Gives an input the first n of the values, wherever it stands. */
    void set(Factor.Input input, double[] values, int n) {
        for (Factor.Place place : input.places()) {
            double[] column = sweeps[place.alternative()].input(place.node());
            for (int i = 0; i < n; i++) {
                column[i] = values[i] * place.scale();
            }
        }
    }

    /** Gives the constants of a law the rows of draws, wherever they stand. */
    void set(Factor.Constants law, double[][] draws, int[] rows, int n) {
        for (Factor.ConstantPlace place : law.places()) {
            double[] column = sweeps[place.alternative()].input(place.node());
            for (int i = 0; i < n; i++) {
                column[i] = draws[rows[i]][place.constant()];
            }
        }
    }

    /** Computes the first n points of all alternatives. */
    void run(int n) {
        for (Sweep sweep : sweeps) {
            sweep.run(n);
        }
    }

    /** The values of a node that was asked for. */
    double[] values(int alternative, String measure) {
        return sweeps[alternative].values(measure);
    }

    boolean isFeasible(int alternative, int point) {
        for (int i = 0; i < limits[alternative].length; i++) {
            double[] bound = bounds[alternative][i];
            if (!limits[alternative][i].keeps(limited[alternative][i][point],
                    bound == null ? limits[alternative][i].bound() : bound[point])) {
                return false;
            }
        }
        return true;
    }

    /** Whether every alternative that has a value for the first objective by its graph has one at a point too. */
    boolean isDefined(int point) {
        for (int a = 0; a < sweeps.length; a++) {
            if (known[a] && Double.isNaN(sought[a][0][point])) {
                return false;
            }
        }
        return true;
    }

    /** The winner at a point, or −1. */
    int winner(int point) {
        int best = -1;
        for (int a = 0; a < sweeps.length; a++) {
            double[] first = sought[a][0];
            if (first != null && !Double.isNaN(first[point]) && isFeasible(a, point)
                    && (best < 0 || beats(a, best, point))) {
                best = a;
            }
        }
        return best;
    }

    private boolean beats(int one, int other, int point) {
        for (int o = 0; o < objectives.size(); o++) {
            Sense sense = objectives.get(o).sense();
            int order = sense.compare(value(one, o, point), value(other, o, point));
            if (order != 0) {
                return order < 0;
            }
        }
        return false;
    }

    /** What is not known counts as the worst. */
    private double value(int alternative, int objective, int point) {
        double[] values = sought[alternative][objective];
        if (values != null && !Double.isNaN(values[point])) {
            return values[point];
        }
        return objectives.get(objective).sense() == Sense.LOWEST
                ? Double.POSITIVE_INFINITY
                : Double.NEGATIVE_INFINITY;
    }
}
