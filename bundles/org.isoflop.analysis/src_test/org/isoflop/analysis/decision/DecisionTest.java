package org.isoflop.analysis.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Localised;
import org.isoflop.analysis.architecture.ParameterCounts;
import org.isoflop.analysis.decision.TippingPoints.Point;
import org.isoflop.analysis.facts.Architectures;
import org.isoflop.analysis.graph.Graph;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.graph.Spread;
import org.isoflop.analysis.unit.Unit;
import org.junit.jupiter.api.Test;

class DecisionTest {

    private static final String X = "study.x";

    @Test
    void theWinnerIsFeasibleAndBestAndTiesGoToTheNextObjective() {
        Limit cap = new Limit("moneyBudget", "cost", Sense.LOWEST, 100);
        assertEquals(1, Cases.cheapest(Cases.line("a", 10, 1, 5, null, X), Cases.line("b", 1, 1, 5, null, X)).winner());
        assertEquals(-1, Cases.cheapest(Cases.line("a", 200, 1, 5, null, X, cap)).winner());
        Decision even = new Decision(List.of(Cases.line("a", 10, 1, 5, null, X), Cases.line("b", 5, 2, 5, null, X)),
                List.of(Cases.CHEAPEST, new Objective("fixed", Sense.LOWEST)));
        assertEquals(1, even.winner());
        assertEquals(0, Cases.cheapest(Cases.line("a", 10, 1, 5, null, X), Cases.line("b", 5, 2, 5, null, X)).winner());
        assertTrue(Cases.cheapest(Cases.line("a", 95, 1, 5, null, X, cap)).isFeasible(0));
        assertFalse(Cases.cheapest(Cases.line("a", 96, 1, 5, null, X, cap)).isFeasible(0));
    }

    /** What is not known counts as the worst, infinitely so: it loses to any number, and wins where it stands alone. */
    @Test
    void whatIsNotKnownCountsAsTheWorst() {
        Objective missing = new Objective("loss", Sense.LOWEST);
        Alternative a = Cases.line("a", 10, 1, 5, null, X);
        Alternative b = Cases.line("b", 5, 1, 5, null, X);
        assertEquals(1, new Decision(List.of(a, b), List.of(missing, Cases.CHEAPEST)).winner());
        assertEquals(-1, new Decision(List.of(a, b), List.of(missing)).winner());
        assertEquals(-1, new Decision(List.of(a, b), List.of(Cases.CHEAPEST, new Objective("loss", Sense.LOWEST, true)))
                .winner());
        Graph.Builder graph = new Graph.Builder();
        Cases.input(graph, "loss", Unit.NATS_PER_TOKEN, 9, "c.loss", null);
        Alternative known = new Alternative("c", graph.build(), List.of(), List.of());
        assertEquals(2, new Decision(List.of(a, b, known), List.of(missing, Cases.CHEAPEST)).winner());
        assertTrue(Sense.LOWEST.compare(9, Double.POSITIVE_INFINITY) < 0);
        assertEquals(0, Sense.HIGHEST.compare(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY));
    }

    /** 2·x + 100 with x from 10 to 40 goes from 120 to 180; 3 ± 1 as a price of 20 pieces from 40 to 80. */
    @Test
    void barsAreSortedByWidth() {
        Graph.Builder graph = new Graph.Builder();
        Node x = Cases.input(graph, "x", Unit.ONE, 20, "s.x", Spread.of(10, 40, null, null));
        Node y = Cases.input(graph, "y", Unit.USD, 3, "s.y", Spread.of(2, 4, null, null));
        Cases.input(graph, "z", Unit.ONE, 3, "s.z", Spread.of(2, 4, null, null));
        graph.derived("cost", Localised.verbatim("cost"), "K", Unit.USD, "2*x + 20*y", List.of(x, y),
                v -> 2 * v[0] + 20 * v[1], null);
        Decision decision = Cases.cheapest(new Alternative("a", graph.build(), List.of(), List.of()),
                Cases.line("b", 111, 0, 1, null, "b.x"));
        Tornado tornado = Tornado.of(decision, 0, "cost", Map.of(), () -> false);
        assertEquals(100, tornado.value());
        assertEquals("a", tornado.winner());
        assertEquals(2, tornado.bars().size());
        Bar widest = tornado.bars().getFirst();
        assertEquals("s.x", ((Factor.Input) widest.factor()).path());
        assertEquals(80, widest.atLow());
        assertEquals(140, widest.atHigh());
        assertEquals("a", widest.lowWinner());
        assertEquals("b", widest.highWinner());
        assertTrue(widest.changes());
        assertEquals(40, tornado.bars().getLast().width());
    }

    @Test
    void whichLawIsOneBar() {
        Map<String, Decision> laws = new LinkedHashMap<>();
        laws.put("kaplan", Cases.cheapest(Cases.line("a", 10, 1, 5, null, X), Cases.line("b", 5, 1, 6, null, X)));
        laws.put("hoffmann", Cases.cheapest(Cases.line("a", 7, 1, 5, null, X), Cases.line("b", 50, 1, 6, null, X)));
        Tornado tornado = Tornado.of(laws.get("kaplan"), 0, "cost", laws, () -> false);
        Bar bar = tornado.bars().getFirst();
        assertEquals(Bar.Kind.WHICH_LAW, bar.kind());
        assertEquals("hoffmann", bar.lowLaw());
        assertEquals(12, bar.atLow());
        assertEquals(15, bar.atHigh());
        assertEquals("a", bar.lowWinner());
        assertEquals("b", bar.highWinner());
        assertTrue(bar.changes());
    }

    /** 100 + x and 10 + 4·x cross at 30; 40 + 2·x beats both between 15 (10 + 4x) and 60 (100 + x). */
    @Test
    void everyCrossingIsFound() {
        Alternative rent = Cases.line("rent", 10, 4, 20, null, X);
        Alternative buy = Cases.line("buy", 100, 1, 20, null, X);
        Alternative lease = Cases.line("lease", 40, 2, 20, null, X);
        Decision two = Cases.cheapest(rent, buy);
        TippingPoints points = TippingPoints.around(two, two.input(X).orElseThrow(), () -> false).orElseThrow();
        assertEquals(1, points.points().size());
        point(30, "rent", "buy", points.points().getFirst());
        assertEquals("rent", points.winner());
        Decision three = Cases.cheapest(rent, buy, lease);
        points = TippingPoints.around(three, three.input(X).orElseThrow(), () -> false).orElseThrow();
        assertEquals(2, points.points().size());
        point(15, "rent", "lease", points.points().get(0));
        point(60, "lease", "buy", points.points().get(1));
        // a grid without a point between two crossings still finds both by halving
        points = TippingPoints.between(three, three.input(X).orElseThrow(), 0, 15000, () -> false);
        assertEquals(List.of("lease", "buy"), points.points().stream().map(Point::above).toList());
    }

    private static void point(double at, String below, String above, Point point) {
        assertEquals(at, point.at(), 1e-9 * at);
        assertEquals(below, point.below());
        assertEquals(above, point.above());
    }

    /** Dearer everywhere: no tipping point. With a cap of 50 the only alternative falls out at x = 40. */
    @Test
    void noneIsSaidAndLimitsTipToo() {
        Decision never = Cases.cheapest(Cases.line("a", 1, 1, 20, null, X), Cases.line("b", 2, 1, 20, null, X));
        assertTrue(TippingPoints.around(never, never.input(X).orElseThrow(), () -> false).orElseThrow().points()
                .isEmpty());
        Decision capped = Cases.cheapest(
                Cases.line("a", 10, 1, 20, null, X, new Limit("moneyBudget", "cost", Sense.LOWEST, 50)));
        Point out = TippingPoints.around(capped, capped.input(X).orElseThrow(), () -> false).orElseThrow().points()
                .getFirst();
        assertEquals(40, out.at(), 1e-6);
        assertEquals("a", out.below());
        assertNull(out.above());
        assertEquals(Optional.empty(), TippingPoints.around(capped,
                new Factor.Input("p", Localised.verbatim("p"), Unit.ONE, 0, null, List.of()), () -> false));
        assertThrows(DomainException.class,
                () -> TippingPoints.between(capped, capped.input(X).orElseThrow(), 2, 1, () -> false));
    }

    /** A power that no factor below 1 has: the decision ends there, it does not tip. */
    @Test
    void whereALimitIsNotDefinedThereIsNoRange() {
        Graph.Builder graph = new Graph.Builder();
        Node factor = Cases.input(graph, "pue", Unit.ONE, 1.1, X, null);
        Node cost = Cases.input(graph, "k", Unit.USD, 1, "a.k", null);
        graph.derived("power", Localised.verbatim("power"), "P", Unit.WATTS, "10*pue", List.of(factor),
                v -> 10 * DomainException.atLeastOne(v[0], Localised.verbatim("pue")), null);
        graph.derived("cost", Localised.verbatim("cost"), "K", Unit.USD, "k", List.of(cost), v -> v[0], null);
        Decision decision = Cases.cheapest(new Alternative("a", graph.build(),
                List.of(new Limit("powerLimit", "power", Sense.LOWEST, 20)), List.of()));
        TippingPoints points = TippingPoints.around(decision, decision.input(X).orElseThrow(), () -> false)
                .orElseThrow();
        assertEquals(1, points.points().size());
        assertEquals(2, points.points().getFirst().at(), 1e-6);
        assertEquals(1, points.from(), 0.04);
        assertEquals(110, points.to(), 1e-9);
    }

    @Test
    void sharesAreSearchedUpToOne() {
        Decision decision = Cases.cheapest(Cases.line("a", 1, 1, 0.5, null, X), Cases.line("b", 2.5, 0, 0.5, null, X));
        TippingPoints points = TippingPoints.around(decision, decision.input(X).orElseThrow(), () -> false)
                .orElseThrow();
        assertEquals(1, points.to());
        assertTrue(points.points().isEmpty());
    }

    /** Computed: 8B adapted with 10⁹ tokens against 70B as it is, in FLOP: 385,308,002 tokens. */
    @Test
    void breakEvenOfASmallModel() {
        double small = ParameterCounts.of(Architectures.llama31With8b()).total();
        double large = ParameterCounts.of(Architectures.llama(80, 8192, 64, 8, 28_672, 128_256)).total();
        CostLine adapted = new CostLine(6 * small * 1e9, 2 * small * 1e6);
        CostLine ready = new CostLine(0, 2 * large * 1e6);
        BreakEven crossing = BreakEven.of(adapted, ready).orElseThrow();
        assertEquals(385_308_002.0, crossing.tokens(), 0.5);
        assertEquals(1, crossing.before());
        assertEquals(adapted.at(crossing.tokens()), crossing.money(), 1e-12 * crossing.money());
        assertEquals(ready.at(crossing.tokens()), crossing.money(), 1e-12 * crossing.money());
        assertEquals(12, new BreakEven(0, 3652.5e6, 1).months(10e6), 1e-12);
    }

    @Test
    void linesThatNeverCrossHaveNoBreakEven() {
        assertTrue(BreakEven.of(new CostLine(1, 2), new CostLine(2, 2)).isEmpty());
        assertTrue(BreakEven.of(new CostLine(1, 1), new CostLine(2, 2)).isEmpty());
        assertTrue(BreakEven.of(new CostLine(1, 1), new CostLine(1, 2)).isEmpty());
        assertTrue(BreakEven.of(new CostLine(1, 0), new CostLine(2, 0)).isEmpty());
        assertEquals(1e6, BreakEven.of(new CostLine(1, 1), new CostLine(2, 0)).orElseThrow().tokens());
        assertThrows(DomainException.class, () -> new CostLine(-1, 0));
    }

    /** Rent of 4 for a million against 81 to 99 at once and 1 for a million: 27 to 33 million. */
    @Test
    void breakEvenHasAnInterval() {
        Decision decision = Cases.cheapest(priced("rent", 0, null, 4), priced("buy", 90,
                new Spread(81, 99, 0.95, Spread.Shape.NORMAL), 1));
        Draws draws = MonteCarlo.of(1).run(decision, List.of("once", "each"), () -> false);
        BreakEven.Spread spread = BreakEven.of(draws, 0, 1, "once", "each").orElseThrow();
        assertEquals(1, spread.share());
        assertEquals(27e6, spread.tokens().low(), 0.2e6);
        assertEquals(33e6, spread.tokens().high(), 0.2e6);
        assertEquals(108, spread.money().low(), 0.8);
        assertTrue(BreakEven.of(draws, 0, 0, "once", "each").isEmpty());
    }

    private static Alternative priced(String id, double once, Spread spread, double each) {
        Graph.Builder graph = new Graph.Builder();
        Node first = Cases.input(graph, "once", Unit.USD, once, id + ".once", spread);
        Node second = Cases.input(graph, "each", Unit.USD, each, id + ".each", null);
        graph.derived("cost", Localised.verbatim("cost"), "K", Unit.USD, "once + each", List.of(first, second),
                v -> v[0] + v[1], null);
        return new Alternative(id, graph.build(), List.of(), List.of());
    }

    /** (1, 5), (2, 3) and (4, 1) are on the front; (3, 3) and (3, 4) are beaten by (2, 3). */
    @Test
    void theFrontHoldsWhatNothingBeats() {
        double[] x = {4, 1, 3, 2, 3, Double.NaN};
        double[] y = {1, 5, 3, 3, 4, 0};
        ParetoFront front = ParetoFront.of(x, Sense.LOWEST, y, Sense.LOWEST);
        assertEquals(List.of(1, 3, 0), front.front());
        assertEquals(List.of(List.of(), List.of(), List.of(3), List.of(), List.of(3), List.of()),
                front.dominatedBy());
        assertEquals(List.of(1), ParetoFront.of(x, Sense.LOWEST, y, Sense.HIGHEST).front());
        assertEquals(List.of(0, 1), ParetoFront.of(new double[] {2, 2}, Sense.LOWEST, new double[] {3, 3},
                Sense.LOWEST).front());
    }

    /** The better is never beaten: whatever is on the front stays on it if a dominated point goes. */
    @Test
    void dominatedPointsDoNotMatter() {
        double[] x = {4, 1, 3, 2, 3};
        double[] y = {1, 5, 3, 3, 4};
        double[] fewerX = {4, 1, 2};
        double[] fewerY = {1, 5, 3};
        List<Double> all = ParetoFront.of(x, Sense.LOWEST, y, Sense.LOWEST).front().stream().map(i -> x[i]).toList();
        assertEquals(all, ParetoFront.of(fewerX, Sense.LOWEST, fewerY, Sense.LOWEST).front().stream()
                .map(i -> fewerX[i]).toList());
    }

    /**
     * L = E + B/D^β with E = 1.5, B = 400, β = 0.3, D = 10¹⁰: B/D^β = 0.4 and L = 1.9. Twice the tokens give
     * 0.4·(1 − 2^−0.3) less; the elasticity is −0.3·0.4/1.9; 1 % less is a term of 0.381, 0.9525^(−1/0.3) times the
     * tokens; the knee is where the term t fulfils t·(1 − 2^−0.3) = 0.01·(1.5 + t).
     */
    @Test
    void returnsOfAPowerLaw() {
        Graph.Builder graph = new Graph.Builder();
        Node d = Cases.input(graph, "D", Unit.TOKENS, 1e10, "s.tokens", null);
        Node price = Cases.input(graph, "p", Unit.USD, 1e-9, "s.price", null);
        graph.derived("loss", Localised.verbatim("loss"), "L", Unit.NATS_PER_TOKEN, "1.5 + 400/D^0.3", List.of(d),
                v -> 1.5 + 400 / Math.pow(v[0], 0.3), null);
        graph.derived("cost", Localised.verbatim("cost"), "K", Unit.USD, "p*D", List.of(price, d), v -> v[0] * v[1],
                null);
        Returns returns = Returns.of(new Alternative("a", graph.build(), List.of(), List.of()), "s.tokens",
                new Objective("loss", Sense.LOWEST), "cost", Returns.THRESHOLD);
        double half = 1 - Math.pow(2, -0.3);
        assertEquals(1.9, returns.value(), 1e-12);
        assertEquals(0.4 * half, returns.gain(), 1e-12);
        assertEquals(-0.3 * 0.4 / 1.9, returns.elasticity(), 1e-8);
        double factor = Math.pow(0.381 / 0.4, -1 / 0.3);
        assertEquals(factor, returns.factor(), 1e-9 * factor);
        assertEquals(10 * (factor - 1), returns.cost(), 1e-8);
        double term = 0.015 / (half - 0.01);
        double knee = Math.pow(400 / term, 1 / 0.3);
        assertEquals(knee, returns.knee(), 1e-9 * knee);
    }

    @Test
    void whatCannotBeReachedHasNoPrice() {
        Returns flat = Returns.of(Cases.line("a", 10, 0, 5, null, X), X, Cases.CHEAPEST, "absent", 0.01);
        assertTrue(Double.isNaN(flat.factor()));
        assertTrue(Double.isNaN(flat.cost()));
        assertEquals(0, flat.gain());
        assertEquals(0, flat.knee());
        Returns endless = Returns.of(Cases.line("a", 0, 1, 5, null, X), X, new Objective("cost", Sense.HIGHEST), "cost",
                0.01);
        assertEquals(1.01, endless.factor(), 1e-12);
        assertEquals(Double.POSITIVE_INFINITY, endless.knee());
        assertThrows(DomainException.class,
                () -> Returns.of(Cases.line("a", 0, 1, 5, null, X), X, Cases.CHEAPEST, "cost", 0));
        assertThrows(IllegalArgumentException.class,
                () -> Returns.of(Cases.line("a", 0, 1, 5, null, X), "nowhere", Cases.CHEAPEST, "cost", 0.01));
    }
}
