package org.isoflop.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

import org.isoflop.analysis.Localised;
import org.isoflop.analysis.cost.TrainingCost;
import org.isoflop.analysis.decision.Alternative;
import org.isoflop.analysis.decision.Decision;
import org.isoflop.analysis.decision.Draws;
import org.isoflop.analysis.decision.LawConstants;
import org.isoflop.analysis.decision.Limit;
import org.isoflop.analysis.decision.MonteCarlo;
import org.isoflop.analysis.decision.Objective;
import org.isoflop.analysis.decision.Sense;
import org.isoflop.analysis.graph.Graph;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.graph.Origin;
import org.isoflop.analysis.graph.Spread;
import org.isoflop.analysis.law.ComputeCount;
import org.isoflop.analysis.law.Counting;
import org.isoflop.analysis.law.JointUncertainty;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.LawForm;
import org.isoflop.analysis.law.ParameterCount;
import org.isoflop.analysis.law.SurfaceForm;
import org.isoflop.analysis.numeric.Streams;
import org.isoflop.analysis.unit.Unit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Ten thousand draws of ten strategies: compute-optimal runs on rented devices, served for a life, with an uncertain
 * law, utilisation, rent and load. {@code graph} is what users get, with intervals of six measures and shares of wins;
 * {@code loop} is the same arithmetic written out in one loop on one thread, without a graph and without intervals.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class MonteCarloBenchmark {

    private static final int STRATEGIES = 10;
    private static final double PEAK = 989.4e12;
    private static final double DEVICES = 1024;
    private static final double LIMIT = 3e6;
    private static final double WATTS = 900;
    private static final List<String> MEASURES =
            List.of("loss", "parameters", "seconds", "costOneOff", "costLife", "energy");

    /** Threads of the graph. */
    @Param({"1", "2"})
    public int threads;

    private final Spread utilisation = Spread.of(0.3, 0.5, null, null);
    private final Spread rent = Spread.of(1.5, 4, null, null);
    private final Spread served = Spread.of(1e11, 1e13, null, null);
    private SurfaceForm form;
    private Decision decision;
    private double[][] rows;

    /** Writes down law and strategies. */
    @Setup
    public void describe() {
        LawForm chosen = LawForm.of("chinchilla");
        form = (SurfaceForm) chosen;
        Law certain = new Law("law", chosen,
                Map.of("E", 1.8172, "A", 482.01, "B", 2085.43, "alpha", 0.3478, "beta", 0.3658),
                new Counting(ParameterCount.TOTAL, ComputeCount.SIX_ND), Map.of(), "MassiveText");
        JointUncertainty uncertainty = JointUncertainty.ofCovariance(chosen, certain.constantValues(),
                List.of("ln A", "ln B"), List.of(new double[] {1e-3, 0}, new double[] {0, 1e-3}));
        Law law = certain.with(uncertainty);
        rows = new double[uncertainty.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = uncertainty.draw(i);
        }
        List<Alternative> alternatives = new ArrayList<>();
        for (int a = 0; a < STRATEGIES; a++) {
            alternatives.add(strategy("strategy-" + a, law, compute(a)));
        }
        decision = new Decision(alternatives, List.of(new Objective("loss", Sense.LOWEST)));
    }

    private static double compute(int strategy) {
        return 1e23 * (1 + strategy);
    }

    private Alternative strategy(String id, Law law, double budget) {
        Graph.Builder graph = new Graph.Builder();
        List<Node> constants = new ArrayList<>();
        for (String symbol : form.constants()) {
            constants.add(input(graph, LawConstants.PREFIX + symbol, symbol, law.constants().get(symbol), null,
                    "law"));
        }
        Node c = input(graph, "compute", "C", budget, null, id);
        Node mfu = input(graph, "utilisation", "MFU", 0.4, utilisation, "cluster");
        Node price = input(graph, "rentRate", "r", 2.5, rent, "chip");
        Node peak = input(graph, "peak", "P", PEAK, null, "chip");
        Node devices = input(graph, "devices", "n", DEVICES, null, id);
        Node watts = input(graph, "power", "W", WATTS, null, "chip");
        Node tokensServed = input(graph, "served", "T", 1e12, served, "workload");
        List<Node> optimum = new ArrayList<>(constants);
        optimum.add(c);
        Node n = graph.solved("parameters", text("N"), "N", Unit.PARAMETERS, text("optimum"), optimum,
                v -> form.optimalParameters(v, v[5], Double.POSITIVE_INFINITY), null);
        Node d = derived(graph, "tokens", "D", "C / (6*N)", List.of(c, n), v -> TrainingCost.quotient(v[0], v[1]));
        Node left = derived(graph, "loss.parameters", "L_N", "A / N^alpha", List.of(constants.get(1), n,
                constants.get(3)), v -> v[0] / Math.pow(v[1], v[2]));
        Node right = derived(graph, "loss.tokens", "L_D", "B / D^beta", List.of(constants.get(2), d,
                constants.get(4)), v -> v[0] / Math.pow(v[1], v[2]));
        derived(graph, "loss", "L", "E + L_N + L_D", List.of(constants.get(0), left, right), v -> v[0] + v[1] + v[2]);
        Node deviceSeconds = derived(graph, "deviceSeconds", "s", "C / (P*MFU)", List.of(c, peak, mfu),
                v -> TrainingCost.deviceSeconds(v[0], v[1], v[2]));
        derived(graph, "seconds", "t", "s / n", List.of(deviceSeconds, devices),
                v -> TrainingCost.seconds(v[0], v[1]));
        Node hours = derived(graph, "deviceHours", "h", "s / 3600", List.of(deviceSeconds),
                v -> TrainingCost.deviceHours(v[0]));
        Node cost = derived(graph, "costOneOff", "K", "h*r", List.of(hours, price),
                v -> TrainingCost.rent(v[0], v[1]));
        Node each = derived(graph, "costPerToken", "k", "2*N / (P*MFU)*r / 3600", List.of(n, peak, mfu, price),
                v -> 2 * v[0] / (v[1] * v[2]) * v[3] / 3600);
        derived(graph, "costLife", "K_l", "K + k*T", List.of(cost, each, tokensServed), v -> v[0] + v[1] * v[2]);
        derived(graph, "energy", "J", "s*W", List.of(deviceSeconds, watts), v -> v[0] * v[1]);
        return new Alternative(id, graph.build(),
                List.of(new Limit("moneyBudget", "costLife", Sense.LOWEST, LIMIT)), List.of(LawConstants.of(law)));
    }

    private static Node input(Graph.Builder graph, String id, String symbol, double value, Spread spread,
            String owner) {
        return graph.input(id, text(id), symbol, Unit.ONE, value, new Origin(owner + "." + id, null, null), spread);
    }

    private static Node derived(Graph.Builder graph, String id, String symbol, String formula, List<Node> inputs,
            ToDoubleFunction<double[]> function) {
        return graph.derived(id, text(id), symbol, Unit.ONE, formula, inputs, function, null);
    }

    private static Localised text(String text) {
        return Localised.verbatim(text);
    }

    /**
     * The draws, with the intervals of all measures.
     *
     * @return the sum of the upper ends, so that nothing is left out
     */
    @Benchmark
    public double graph() {
        Draws draws = new MonteCarlo(MonteCarlo.DRAWS, 1, MonteCarlo.LEVEL, threads).run(decision, MEASURES,
                () -> false);
        double sum = 0;
        for (int a = 0; a < STRATEGIES; a++) {
            for (String measure : MEASURES) {
                sum += draws.interval(a, measure).map(interval -> interval.high()).orElse(0.0);
            }
        }
        return sum;
    }

    /**
     * The same numbers without a graph.
     *
     * @return wins and the sum of all measures
     */
    @Benchmark
    public double loop() {
        Streams random = new Streams(1, 0);
        DoubleUnaryOperator mfus = utilisation.quantiles(0.4);
        DoubleUnaryOperator rents = rent.quantiles(2.5);
        DoubleUnaryOperator loads = served.quantiles(1e12);
        double sum = 0;
        int[] wins = new int[STRATEGIES];
        for (int i = 0; i < MonteCarlo.DRAWS; i++) {
            double[] k = rows[random.below(rows.length)];
            double mfu = mfus.applyAsDouble(random.uniform());
            double price = rents.applyAsDouble(random.uniform());
            double load = loads.applyAsDouble(random.uniform());
            int winner = -1;
            double best = Double.POSITIVE_INFINITY;
            for (int a = 0; a < STRATEGIES; a++) {
                double c = compute(a);
                double n = form.optimalParameters(k, c, Double.POSITIVE_INFINITY);
                double d = c / (6 * n);
                double loss = k[0] + k[1] / Math.pow(n, k[3]) + k[2] / Math.pow(d, k[4]);
                double seconds = c / (PEAK * mfu);
                double cost = seconds / 3600 * price;
                double life = cost + 2 * n / (PEAK * mfu) * price / 3600 * load;
                sum += n + seconds / DEVICES + seconds * WATTS + cost + life;
                if (life <= LIMIT && loss < best) {
                    best = loss;
                    winner = a;
                }
            }
            if (winner >= 0) {
                wins[winner]++;
            }
        }
        return sum + wins[0];
    }
}
