package org.isoflop.analysis.decision;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Localised;
import org.isoflop.analysis.cost.TrainingCost;
import org.isoflop.analysis.graph.Graph;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.graph.Spread;
import org.isoflop.analysis.graph.Spread.Shape;
import org.isoflop.analysis.law.ComputeCount;
import org.isoflop.analysis.law.Counting;
import org.isoflop.analysis.law.Interval;
import org.isoflop.analysis.law.JointUncertainty;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.LawForm;
import org.isoflop.analysis.law.ParameterCount;
import org.isoflop.analysis.numeric.Streams;
import org.isoflop.analysis.unit.Unit;
import org.junit.jupiter.api.Test;

class MonteCarloTest {

    private static final List<String> COST = List.of("cost");

    private static Draws draws(Decision decision, long seed, int threads) {
        return new MonteCarlo(10_000, seed, 0.95, threads).run(decision, COST, () -> false);
    }

    /** cost = 100 + 2·x with x in 10 to 40 at 95 %: 120 to 180, whatever the shape. */
    @Test
    void theIntervalOfALineIsTheLineOfTheInterval() {
        for (Shape shape : Shape.values()) {
            Decision decision = Cases.cheapest(
                    Cases.line("a", 100, 2, 20, new Spread(10, 40, 0.95, shape), "study.x"));
            Interval interval = draws(decision, 1, 2).interval(0, "cost").orElseThrow();
            assertEquals(120, interval.low(), 1, shape.name());
            assertEquals(180, interval.high(), 3, shape.name());
            assertEquals(0.95, interval.level());
        }
    }

    /** An input with the same origin is one uncertain number: 1.1·x is dearer than x in every draw. */
    @Test
    void theSameOriginMovesTogether() {
        Spread wide = Spread.of(1, 100, null, null);
        Draws together = draws(Cases.cheapest(Cases.line("a", 0, 1.1, 10, wide, "study.x"),
                Cases.line("b", 0, 1, 10, wide, "study.x")), 1, 2);
        assertEquals(1, together.winShare(1));
        assertEquals(0, together.winShare(0));
        assertEquals(1, together.decision().uncertain().size());
    }

    /**
     * Inputs of different places that are one quantity: equal alternatives share every draw, and one that is dearer by
     * the smallest sum loses all of them.
     */
    @Test
    void placesOfOneQuantityMoveTogether() {
        Spread wide = Spread.of(1, 100, null, null);
        Alternative first = Cases.line("a", 0, 1, 10, wide, "a.x");
        Map<String, String> same = Map.of("b.x", "a.x");
        Draws equal = draws(new Decision(List.of(first, Cases.line("b", 0, 1, 10, wide, "b.x")),
                List.of(Cases.CHEAPEST), same), 1, 2);
        assertEquals(1, equal.decision().uncertain().size());
        assertEquals(0.5, equal.winShare(0));
        assertEquals(0.5, equal.winShare(1));
        assertEquals(0, equal.withoutWinner());
        assertArrayEquals(equal.values(0, "cost"), equal.values(1, "cost"));
        Draws dearer = draws(new Decision(List.of(first, Cases.line("b", 0.001, 1, 10, wide, "b.x")),
                List.of(Cases.CHEAPEST), same), 1, 2);
        assertEquals(1, dearer.winShare(0));
        assertEquals(0, dearer.winShare(1));
    }

    /**
     * Two independent lognormals with medians 11 and 10 and σ = ln 2/1.96 each: the second one is the smaller with
     * probability Φ(ln 1.1/(σ·√2)) = Φ(0.1906) = 0.5756.
     */
    @Test
    void winSharesAreProbabilities() {
        Draws apart = draws(Cases.cheapest(Cases.line("a", 0, 1, 11, Spread.of(5.5, 22, null, null), "a.x"),
                Cases.line("b", 0, 1, 10, Spread.of(5, 20, null, null), "b.x")), 7, 2);
        assertEquals(0.5756, apart.winShare(1), 0.015);
        assertEquals(1, apart.winShare(0) + apart.winShare(1) + apart.withoutWinner(), 1e-12);
        assertEquals(2, apart.decision().uncertain().size());
    }

    @Test
    void theSeedDecidesAndThreadsDoNot() {
        Decision decision = Cases.cheapest(Cases.line("a", 0, 1, 11, Spread.of(5.5, 22, null, null), "a.x"),
                Cases.line("b", 0, 1, 10, Spread.of(5, 20, null, null), "b.x"));
        Draws one = draws(decision, 3, 1);
        for (int threads : new int[] {2, 3, 7}) {
            assertArrayEquals(one.values(0, "cost"), draws(decision, 3, threads).values(0, "cost"));
            assertEquals(one.winShare(0), draws(decision, 3, threads).winShare(0));
        }
        assertFalse(Arrays.equals(one.values(0, "cost"), draws(decision, 4, 2).values(0, "cost")));
        assertEquals(3, one.seed());
        assertEquals(Streams.GENERATOR, one.generator());
    }

    /** x ≤ 30 while x is uniform over 10 to 50 (20 to 40 at 50 %): feasible in half of the draws. */
    @Test
    void limitsAreHeldAgainstEveryDraw() {
        Limit limit = new Limit("deadline", "x", Sense.LOWEST, 30);
        Decision decision = Cases.cheapest(
                Cases.line("a", 0, 1, 25, new Spread(20, 40, 0.5, Shape.UNIFORM), "a.x", limit),
                Cases.line("b", 1000, 0, 1, null, "b.x", new Limit("absent", "loss", Sense.LOWEST, 0)));
        Draws draws = draws(decision, 5, 2);
        assertEquals(0.5, draws.feasibleShare(0), 0.015);
        assertEquals(draws.feasibleShare(0), draws.winShare(0));
        assertEquals(1 - draws.feasibleShare(0), draws.winShare(1), 1e-12);
        Draws alone = draws(Cases.cheapest(
                Cases.line("a", 0, 1, 25, new Spread(20, 40, 0.5, Shape.UNIFORM), "a.x", limit)), 5, 2);
        assertEquals(1 - alone.winShare(0), alone.withoutWinner(), 1e-12);
    }

    /** A limit that is an input moves with it: a budget of 90 to 110 around a certain cost of 100. */
    @Test
    void anUncertainLimitMoves() {
        Graph.Builder graph = new Graph.Builder();
        Node cost = Cases.input(graph, "k", Unit.USD, 100, "a.k", null);
        Cases.input(graph, "budget", Unit.USD, 100, "s.budget", new Spread(90, 110, 0.95, Shape.NORMAL));
        graph.derived("cost", Localised.verbatim("cost"), "K", Unit.USD, "k", List.of(cost), v -> v[0], null);
        Draws draws = draws(Cases.cheapest(new Alternative("a", graph.build(),
                List.of(new Limit("moneyBudget", "cost", Sense.LOWEST, 100, "budget")), List.of())), 2, 2);
        assertEquals(0.5, draws.feasibleShare(0), 0.015);
        assertTrue(draws.interval(0, "cost").isEmpty());
    }

    /** The part of the draws that leaves the domain is told, and the interval is that of the others. */
    @Test
    void undefinedDrawsAreCounted() {
        Graph.Builder graph = new Graph.Builder();
        Node share = Cases.input(graph, "share", Unit.ONE, 0.9, "a.share", new Spread(0.5, 1.3, 0.5, Shape.UNIFORM));
        graph.derived("cost", Localised.verbatim("cost"), "K", Unit.ONE, "1 / share", List.of(share),
                v -> 1 / DomainException.share(v[0], Localised.verbatim("share")), null);
        Draws draws = draws(Cases.cheapest(new Alternative("a", graph.build(), List.of(), List.of())), 2, 2);
        // uniform from 0.1 to 1.7: 7/16 of it lies above 1
        assertEquals(7 / 16.0, draws.undefined(0, "cost"), 0.015);
        assertEquals(1, draws.interval(0, "cost").orElseThrow().low(), 0.03);
        assertEquals(draws.undefined(0, "cost"), draws.withoutWinner(), 1e-12);
    }

    private static Law law(double... spread) {
        Map<String, Double> constants = Map.of("E", 1.69, "A", 406.4, "B", 410.7, "alpha", 0.34, "beta", 0.28);
        LawForm form = LawForm.of("chinchilla");
        Law law = new Law("hoffmann", form, constants, new Counting(ParameterCount.TOTAL, ComputeCount.SIX_ND),
                Map.of(), "MassiveText");
        if (spread.length == 0) {
            return law;
        }
        return law.with(JointUncertainty.ofDraws(form, Arrays.stream(spread).mapToObj(factor -> {
            double[] row = law.constantValues();
            row[form.constants().indexOf("A")] *= factor;
            return row;
        }).toList()));
    }

    private static Alternative model(String id, Law law, double n, double d) {
        Graph.Builder graph = new Graph.Builder();
        List<Node> inputs = new ArrayList<>();
        law.constants().forEach((symbol, value) -> inputs.add(
                Cases.input(graph, LawConstants.PREFIX + symbol, Unit.ONE, value, law.id() + "." + symbol,
                        Spread.of(value / 2, value * 2, null, null))));
        inputs.add(Cases.input(graph, "N", Unit.PARAMETERS, n, id + ".parameters", null));
        inputs.add(Cases.input(graph, "D", Unit.TOKENS, d, id + ".tokens", null));
        graph.solved("loss", Localised.verbatim("loss"), "L", Unit.NATS_PER_TOKEN, Localised.verbatim("law"), inputs,
                v -> law.withConstants(Arrays.copyOf(v, 5)).loss(v[5], v[6]), null);
        graph.derived("compute", Localised.verbatim("compute"), "C", Unit.FLOP, "6*N*D", inputs.subList(5, 7),
                v -> TrainingCost.trainingFlop(v[0], v[1]), null);
        return new Alternative(id, graph.build(), List.of(), List.of(LawConstants.of(law)));
    }

    /**
     * Two rows of constants, one with A halved and one with A doubled: the loss is one of two numbers, and both
     * alternatives see the same row; what each constant may be alone is not looked at. With A halved 1e9 parameters
     * on 12e9 tokens beat 2e9 on 6e9, with A doubled they do not.
     */
    @Test
    void constantsAreDrawnAsWholeRows() {
        Law law = law(0.5, 2);
        Decision decision = new Decision(List.of(model("a", law, 1e9, 12e9), model("b", law, 2e9, 6e9)),
                List.of(new Objective("loss", Sense.LOWEST)));
        Draws draws = new MonteCarlo(4000, 0, 0.95, 2).run(decision, List.of("loss", "compute"), () -> false);
        double[] loss = draws.values(0, "loss");
        double halved = law.withConstants(law.uncertainty().orElseThrow().draw(0)).loss(1e9, 12e9);
        double doubled = law.withConstants(law.uncertainty().orElseThrow().draw(1)).loss(1e9, 12e9);
        assertTrue(Arrays.stream(loss).allMatch(value -> Math.abs(value - halved) < 1e-12
                || Math.abs(value - doubled) < 1e-12));
        Interval interval = draws.interval(0, "loss").orElseThrow();
        assertEquals(halved, interval.low(), 1e-12);
        assertEquals(doubled, interval.high(), 1e-12);
        assertTrue(draws.interval(0, "compute").isEmpty());
        assertEquals(List.of(law), decision.contents(0, "loss").laws());
        assertTrue(decision.contents(0, "compute").isEmpty());
        // A/N^α: 353.9·10⁻³ at 1e9 and 279.6·10⁻³ at 2e9; B/D^β: 0.6162 at 12e9 and 0.7482 at 6e9.
        // Halved: 0.1770 + 0.6162 < 0.1398 + 0.7482; doubled: 0.7078 + 0.6162 > 0.5592 + 0.7482.
        assertEquals(0.5, draws.winShare(0), 0.03);
        assertEquals(1, draws.winShare(0) + draws.winShare(1), 1e-12);
    }

    @Test
    void aLawWithoutUncertaintyGivesNoInterval() {
        Decision decision = new Decision(List.of(model("a", law(), 1e9, 12e9)),
                List.of(new Objective("loss", Sense.LOWEST)));
        assertTrue(decision.uncertain().isEmpty());
        assertTrue(new MonteCarlo(10, 0, 0.95, 2).run(decision, List.of("loss"), () -> false).interval(0, "loss")
                .isEmpty());
    }

    @Test
    void contentsTellPricesFromOtherInputs() {
        Graph.Builder graph = new Graph.Builder();
        Node hours = Cases.input(graph, "h", Unit.DEVICE_HOURS, 10, "a.h", Spread.of(9, 11, null, null));
        Node rate = Cases.input(graph, "r", Unit.USD_PER_HOUR, 2, "chip.rent", Spread.of(1, 3, null, null));
        graph.derived("cost", Localised.verbatim("cost"), "K", Unit.USD, "h*r", List.of(hours, rate),
                v -> TrainingCost.rent(v[0], v[1]), null);
        Contents contents =
                Cases.cheapest(new Alternative("a", graph.build(), List.of(), List.of())).contents(0, "cost");
        assertTrue(contents.hasPrices());
        assertTrue(contents.hasInputs());
        assertFalse(contents.hasLaws());
    }

    @Test
    void aRunCanBeCancelledAndRefusesNonsense() {
        Decision decision = Cases.cheapest(Cases.line("a", 0, 1, 11, Spread.of(5.5, 22, null, null), "a.x"));
        assertThrows(CancellationException.class,
                () -> new MonteCarlo(1000, 0, 0.95, 2).run(decision, COST, () -> true));
        assertThrows(DomainException.class, () -> new MonteCarlo(1, 0, 0.95, 2));
        assertThrows(DomainException.class, () -> new MonteCarlo(10, 0, 1, 2));
        assertThrows(IllegalArgumentException.class, () -> draws(decision, 0, 1).interval(0, "loss"));
    }
}
