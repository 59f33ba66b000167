package org.isoflop.core.decision;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.isoflop.analysis.decision.Bar;
import org.isoflop.analysis.decision.BreakEven;
import org.isoflop.analysis.decision.CostLine;
import org.isoflop.analysis.decision.Draws;
import org.isoflop.analysis.decision.Factor;
import org.isoflop.analysis.decision.Returns;
import org.isoflop.analysis.decision.TippingPoints;
import org.isoflop.analysis.decision.Tornado;
import org.isoflop.analysis.law.Interval;
import org.isoflop.analysis.plot.Bars;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Series;
import org.isoflop.core.chart.Charts;
import org.isoflop.core.chart.Chosen;
import org.isoflop.core.chart.Focus;
import org.isoflop.core.evaluation.Evaluation;
import org.isoflop.core.evaluation.Measure;
import org.isoflop.core.json.EvaluationJson;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyMapper;
import org.isoflop.core.study.Studies;
import org.isoflop.model.Pretrain;
import org.isoflop.model.Quantity;
import org.isoflop.model.Status;
import org.isoflop.model.Strategy;
import org.isoflop.model.Study;
import org.junit.jupiter.api.Test;

/** A scenario in which a model of one's own is weighed against a service. */
class ScenarioDecisionTest {

    private static final Path FILE = Path.of("src_test/org/isoflop/core/decision/own-or-service.isoflop");
    private static final int SMALL = 0;
    private static final int SERVICE = 2;
    private static final int COPY = 3;

    private final StudyData data = StudyMapper.map(Studies.open(FILE).study());
    private final ScenarioDecision decision = ScenarioDecision.of(data, Evaluation.evaluate(data, "answers"));

    private static final Measure LOSS = Measure.LOSS;

    @Test
    void theWinnerIsTheBestOfTheEvaluation() {
        assertEquals(decision.result().best().orElseThrow(), decision.strategies().get(decision.decision().winner()));
        assertEquals(3, decision.strategies().size());
        assertTrue(decision.decision().isFeasible(SMALL));
        assertTrue(decision.decision().alternatives().get(SMALL).limits().stream()
                .anyMatch(limit -> limit.constraint().equals("moneyBudget")));
    }

    /** Each draw of the law is asked as a law of its own; the constants have no spread of their own here. */
    @Test
    void theIntervalOfTheLossIsThatOfTheLaw() {
        Draws draws = decision.draws(() -> false);
        Interval drawn = draws.interval(SMALL, LOSS.id()).orElseThrow();
        Interval asked = data.findLaw("drawn").orElseThrow().law().interval(law -> law.loss(6738415616.0, 1e12), 0.95)
                .orElseThrow();
        double width = asked.high() - asked.low();
        assertEquals(asked.low(), drawn.low(), 0.05 * width);
        assertEquals(asked.high(), drawn.high(), 0.05 * width);
        assertEquals(1, draws.winShare(0) + draws.winShare(1) + draws.winShare(2) + draws.withoutWinner(), 1e-12);
    }

    /** The utilisation alone moves the time: from 0.5 to 0.3 by a factor of 5/3. */
    @Test
    void theTimeMovesWithTheUtilisation() {
        Tornado tornado = decision.tornado(SMALL, Measure.SECONDS, () -> false);
        Bar bar = tornado.bars().getFirst();
        assertTrue(((Factor.Input) bar.factor()).path().endsWith("utilisation"));
        assertEquals(5.0 / 3, bar.atLow() / bar.atHigh(), 1e-12);
    }

    @Test
    void lawsAreBarsOfTheirOwn() {
        List<Bar> bars = decision.tornado(SMALL, LOSS, () -> false).bars();
        assertTrue(bars.stream().anyMatch(bar -> bar.kind() == Bar.Kind.LAW_JOINT));
        Bar which = bars.stream().filter(bar -> bar.kind() == Bar.Kind.WHICH_LAW).findFirst().orElseThrow();
        double printed = data.findLaw("printed").orElseThrow().law().loss(6738415616.0, 1e12);
        double own = decision.strategies().get(SMALL).measure("loss").getAsDouble();
        assertEquals(Math.min(printed, own), which.atLow(), 1e-12);
        assertEquals(Math.max(printed, own), which.atHigh(), 1e-12);
    }

    /** 70,944 USD at once against 0.9 − 0.18 USD for a million: 98.5 billion tokens. */
    @Test
    void ownAndServiceBreakEven() {
        double once = decision.strategies().get(SMALL).measure(Measure.COST.id()).getAsDouble();
        double each = decision.strategies().get(SMALL).measure(Measure.COST_PER_MILLION.id()).getAsDouble();
        BreakEven at = BreakEven.of(new CostLine(once, each), new CostLine(0, 0.9)).orElseThrow();
        assertEquals(once / (0.9 - each) * 1e6, at.tokens(), 1e-9 * at.tokens());
        Plot plot = Charts.plot(Charts.BREAK_EVEN, data, Locale.ENGLISH);
        Series crossing = plot.series().stream().filter(one -> one.id().equals("crossings")).findFirst().orElseThrow();
        assertEquals(at.tokens(), crossing.x(0), 1e-9 * at.tokens());
        Plot months = Charts.plot(Charts.BREAK_EVEN_MONTHS, data, Locale.ENGLISH);
        assertEquals(at.tokens() / 1e9 / (365.25 / 12), months.series().stream()
                .filter(one -> one.id().equals("crossings")).findFirst().orElseThrow().x(0), 1e-9);
    }

    /** The service's observed loss tips the decision where it equals that of the small model. */
    @Test
    void theObservedLossTips() {
        List<TippingPoints> points = decision.tippingPoints(() -> false);
        TippingPoints loss = points.stream().filter(one -> one.input().path().startsWith("rented.")).findFirst()
                .orElseThrow();
        assertEquals(decision.strategies().get(SMALL).measure("loss").getAsDouble(), loss.points().getFirst().at(),
                1e-9);
        assertEquals("service", loss.points().getFirst().below());
        assertEquals("train-small", loss.points().getFirst().above());
        assertTrue(points.stream().noneMatch(one -> one.input().path().contains("/")));
    }

    @Test
    void moreTokensStillGain() {
        Returns tokens = decision.returns(SMALL, LOSS).stream()
                .filter(one -> one.input().path().endsWith("tokens")).findFirst().orElseThrow();
        assertEquals(data.findLaw("drawn").orElseThrow().law().loss(6738415616.0, 1e12)
                - data.findLaw("drawn").orElseThrow().law().loss(6738415616.0, 2e12), tokens.gain(), 1e-12);
        assertTrue(tokens.cost() > 0);
    }

    @Test
    void everyViewIsDrawnInBothLanguages() {
        for (String view : Charts.scenarioViews()) {
            Plot english = Charts.plot(view, data, Locale.ENGLISH);
            Plot french = Charts.plot(view, data, Locale.FRENCH);
            assertFalse(english.isEmpty(), view);
            assertEquals(english.bars().size(), french.bars().size(), view);
            assertFalse(english.title().contains("{"), english.title());
            assertFalse(english.notes().isEmpty(), view);
        }
    }

    @Test
    void measuresAndStrategyAreChosen() {
        Chosen chosen = Chosen.NOTHING.withAcross("costOneOff").withUp("seconds").withStrategy("train-large");
        Plot front = plot(Charts.TRADE_OFFS, chosen);
        assertTrue(front.x().title().startsWith(Measure.COST.text(Locale.ENGLISH)), front.x().title());
        assertTrue(front.y().title().startsWith(Measure.SECONDS.text(Locale.ENGLISH)), front.y().title());
        Plot tornado = plot(Charts.SENSITIVITY, chosen);
        assertTrue(tornado.title().contains("Large, briefly trained"), tornado.title());
        Plot never = plot(Charts.TRADE_OFFS, Chosen.NOTHING.withAcross("water"));
        assertTrue(never.isEmpty());
        assertTrue(never.description().contains(Measure.WATER.text(Locale.ENGLISH)), never.description());
    }

    private Plot plot(String view, Chosen chosen) {
        return Charts.plot(Charts.choose(view, data, chosen, Focus.NONE), Focus.NONE, data, Locale.ENGLISH,
                () -> false);
    }

    @Test
    void dominatedStrategiesNameWhatBeatsThem() {
        Plot plot = Charts.plot(Charts.TRADE_OFFS, data, Locale.ENGLISH);
        assertTrue(plot.notes().contains("Service is dominated by Small, long trained."), plot.notes().toString());
    }

    @Test
    void winSharesAddUpToTheDraws() {
        Plot plot = Charts.plot(Charts.WIN_SHARES, data, Locale.ENGLISH);
        double sum = 0;
        for (Bars bars : plot.bars()) {
            for (int i = 0; i < bars.size() && !bars.id().equals("feasible"); i++) {
                sum += bars.to(i);
            }
        }
        assertEquals(100, sum, 1e-9);
    }

    @Test
    @SuppressWarnings("unchecked")
    void jsonHasIntervalsWhereSomethingIsUncertain() {
        Map<String, Object> tree = EvaluationJson.results(data, List.of(decision.result()), Locale.ENGLISH);
        Map<String, Object> scenario = ((List<Map<String, Object>>) tree.get("scenarios")).getFirst();
        assertNotNull(scenario.get("draws"));
        Map<String, Object> small = (Map<String, Object>) ((List<Map<String, Object>>) scenario.get("strategies"))
                .getFirst().get("measures");
        Map<String, Object> loss = (Map<String, Object>) small.get("loss");
        assertEquals(decision.strategies().get(SMALL).measure("loss").getAsDouble(), loss.get("value"));
        assertTrue((double) loss.get("low") < (double) loss.get("value"));
        assertEquals(0.95, loss.get("level"));
        assertEquals(6738415616.0, small.get("parameters"));
        Map<String, Object> service = (Map<String, Object>) ((List<Map<String, Object>>) scenario.get("strategies"))
                .get(SERVICE).get("measures");
        assertTrue(((Map<String, Object>) service.get("cost")).get("lifeUsd") instanceof Map);
    }

    /** Both trained models run at one utilisation: one quantity, moved together in both. */
    @Test
    void theUtilisationOfLikeRunsIsOneQuantity() {
        List<Factor.Input> utilisations = decision.decision().inputs().stream()
                .filter(input -> input.path().endsWith("utilisation")).toList();
        assertEquals(1, utilisations.size());
        assertEquals(List.of("train-small", "train-large"), decision.sharing(utilisations.getFirst()).stream()
                .map(one -> one.strategy().id()).toList());
        assertEquals("train-small; train-large", decision.sharers(utilisations.getFirst(),
                one -> one.strategy().id(), Locale.ENGLISH).orElseThrow());
        assertTrue(decision.sharing(decision.decision().input("h100.prices[0].rent").orElseThrow()).isEmpty());
        String note = "The same in several strategies, and so moved together: Utilisation (MFU) (Small, "
                + "long trained; Large, briefly trained).";
        for (String view : List.of(Charts.WIN_SHARES, Charts.SENSITIVITY)) {
            List<String> notes = Charts.plot(view, data, Locale.ENGLISH).notes();
            assertTrue(notes.contains(note), notes.toString());
        }
    }

    /** A copy of a strategy is as good as the strategy in every draw; what is changed in it is all that differs. */
    @Test
    void aCopyDiffersByWhatIsChangedInItAlone() {
        ScenarioDecision copied = withCopy(copy -> {
        });
        Draws draws = copied.draws(() -> false);
        assertEquals(draws.winShare(SMALL), draws.winShare(COPY));
        assertEquals(draws.feasibleShare(SMALL), draws.feasibleShare(COPY));
        assertEquals(decision.draws(() -> false).winShare(SMALL), draws.winShare(SMALL) + draws.winShare(COPY), 1e-12);
        assertArrayEquals(draws.values(SMALL, "costLife"), draws.values(COPY, "costLife"));
        assertEquals(SMALL, copied.decision().winner());
        Draws shorter = withCopy(copy -> ((Pretrain) copy.getSteps().getFirst()).getTokens().setValue(0.999e12))
                .draws(() -> false);
        assertEquals(0, shorter.winShare(COPY), "it has read less, so its loss is higher in every draw");
        double[] own = shorter.values(SMALL, "costOneOff");
        double[] cheaper = shorter.values(COPY, "costOneOff");
        for (int i = 0; i < own.length; i++) {
            assertEquals(0.999, cheaper[i] / own[i], 1e-12);
        }
    }

    /** Another value, interval or accelerator, or another kind of step, is another quantity. */
    @Test
    void whatDiffersIsDrawnApart() {
        assertEquals(1, utilisations(copy -> {
        }));
        assertEquals(2, utilisations(copy -> utilisation(copy).setValue(0.41)));
        assertEquals(2, utilisations(copy -> utilisation(copy).setHigh(0.51)));
        assertEquals(2, utilisations(copy -> utilisation(copy).setStatus(Status.ESTIMATED)));
    }

    private static Quantity utilisation(Strategy strategy) {
        return ((Pretrain) strategy.getSteps().getFirst()).getUtilisation();
    }

    private long utilisations(Consumer<Strategy> change) {
        return withCopy(change).decision().inputs().stream().filter(input -> input.path().endsWith("utilisation"))
                .count();
    }

    /** The decision with a copy of the small model behind all others. */
    private static ScenarioDecision withCopy(Consumer<Strategy> change) {
        Study study = Studies.open(FILE).study();
        List<Strategy> strategies = study.getScenarios().getFirst().getStrategies();
        Strategy copy = EcoreUtil.copy(strategies.get(SMALL));
        copy.setId("copy");
        change.accept(copy);
        strategies.add(copy);
        StudyData copied = StudyMapper.map(study);
        return ScenarioDecision.of(copied, Evaluation.evaluate(copied, "answers"));
    }

    @Test
    void everythingCanBeCancelled() {
        assertThrows(CancellationException.class, () -> decision.draws(() -> true));
        assertThrows(CancellationException.class, () -> decision.tornado(SMALL, LOSS, () -> true));
        assertThrows(CancellationException.class, () -> decision.tippingPoints(() -> true));
    }
}
