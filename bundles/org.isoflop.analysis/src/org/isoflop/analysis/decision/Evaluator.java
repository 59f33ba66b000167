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
    private final boolean[][] known;
    private final boolean[][] limitKnown;
    private final boolean[] comparable;

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
        known = new boolean[sweeps.length][objectives.size()];
        limitKnown = new boolean[sweeps.length][];
        comparable = new boolean[sweeps.length];
        for (int a = 0; a < sweeps.length; a++) {
            Alternative alternative = alternatives.get(a);
            Graph graph = alternative.graph();
            sweeps[a] = new Sweep(graph, varied(factors, a), wanted(alternative, measures), capacity);
            for (int o = 0; o < objectives.size(); o++) {
                String measure = objectives.get(o).measure();
                sought[a][o] = graph.has(measure) ? sweeps[a].values(measure) : null;
                known[a][o] = isKnown(graph, measure);
            }
            comparable[a] = isComparable(known[a]);
            limits[a] = alternative.limits().toArray(Limit[]::new);
            limited[a] = new double[limits[a].length][];
            bounds[a] = new double[limits[a].length][];
            limitKnown[a] = new boolean[limits[a].length];
            for (int i = 0; i < limits[a].length; i++) {
                Limit limit = limits[a][i];
                limited[a][i] = sweeps[a].values(limit.measure());
                bounds[a][i] = limit.moves(graph) ? sweeps[a].values(limit.node()) : null;
                limitKnown[a][i] = isKnown(graph, limit.measure())
                        && (bounds[a][i] == null || isKnown(graph, limit.node()));
            }
        }
    }

    private static boolean isKnown(Graph graph, String node) {
        return graph.has(node) && !Double.isNaN(graph.value(node));
    }

    /** Whether enough is known of an alternative for it to win. */
    private boolean isComparable(boolean[] known) {
        boolean any = false;
        for (int o = 0; o < known.length; o++) {
            if (!known[o] && objectives.get(o).required()) {
                return false;
            }
            any |= known[o];
        }
        return any;
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

    /** Whether all that is sought or limited and has a value by its graph has one at a point too. */
    boolean isDefined(int point) {
        for (int a = 0; a < sweeps.length; a++) {
            if (!isSoughtDefined(a, point)) {
                return false;
            }
            for (int i = 0; i < limits[a].length; i++) {
                if (limitKnown[a][i] && (Double.isNaN(limited[a][i][point])
                        || bounds[a][i] != null && Double.isNaN(bounds[a][i][point]))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isSoughtDefined(int alternative, int point) {
        for (int o = 0; o < objectives.size(); o++) {
            if (known[alternative][o] && Double.isNaN(sought[alternative][o][point])) {
                return false;
            }
        }
        return true;
    }

    /** The winner at a point, or −1; of equal ones the first. */
    int winner(int point) {
        int best = -1;
        for (int a = 0; a < sweeps.length; a++) {
            if (canWin(a, point) && (best < 0 || order(a, best, point) < 0)) {
                best = a;
            }
        }
        return best;
    }

    /** Whether an alternative is as good as the winner of a point in all that is sought. */
    boolean isAsGood(int alternative, int winner, int point) {
        return winner >= 0 && (alternative == winner
                || canWin(alternative, point) && order(alternative, winner, point) == 0);
    }

    private boolean canWin(int alternative, int point) {
        return comparable[alternative] && isSoughtDefined(alternative, point) && isFeasible(alternative, point);
    }

    private int order(int one, int other, int point) {
        for (int o = 0; o < objectives.size(); o++) {
            Sense sense = objectives.get(o).sense();
            int order = sense.compare(value(one, o, point), value(other, o, point));
            if (order != 0) {
                return order;
            }
        }
        return 0;
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
