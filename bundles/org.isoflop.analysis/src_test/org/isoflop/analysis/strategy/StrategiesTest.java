package org.isoflop.analysis.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.isoflop.analysis.Localised;
import org.isoflop.analysis.architecture.Architecture;
import org.isoflop.analysis.architecture.ParameterCounts;
import org.isoflop.analysis.expression.Expression;
import org.isoflop.analysis.facts.Architectures;
import org.isoflop.analysis.graph.Graph;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.graph.Spread;
import org.isoflop.analysis.graph.Working;
import org.isoflop.analysis.law.ComputeCount;
import org.isoflop.analysis.law.Counting;
import org.isoflop.analysis.law.Formula;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.LawForm;
import org.isoflop.analysis.law.LawUnit;
import org.isoflop.analysis.law.Laws;
import org.isoflop.analysis.law.ParameterCount;
import org.isoflop.analysis.serving.ServingPoint;
import org.isoflop.analysis.unit.Unit;
import org.junit.jupiter.api.Test;

/** Each kind of step by hand, their order, and what holds for all of them. */
class StrategiesTest {

    private static final double DAY = 86_400;
    private static final LawUnit TOKENS = new LawUnit(Unit.TOKENS, null);
    private static final Law TRANSFER = law("transfer", "k*D_F^a*N^b", "D_T", "D_F", TOKENS,
            Map.of("k", 4000.0, "a", 0.18, "b", 0.38));
    private static final Law PRECISION = law("precision", "c*D^e / N^g*exp(-P_post / h)", "delta_PTQ", "P_post",
            LawUnit.ONE, Map.of("c", 0.0598, "e", 0.5068, "g", 0.3439, "h", 0.5907));
    private static final Law DISTILLATION = law("distillation", "L_T + A / N^p", "L", "L_T", LawUnit.ONE,
            Map.of("A", 100.0, "p", 0.3));
    private static final Map<String, Double> H100 = Map.of("peak", 989.4e12, "memory", 80e9, "bandwidth", 3.35e12,
            "link", 900e9, "power", 700.0, "serverRatio", 1.82, "rentRate", 2.0, "purchasePrice", 30_000.0);

    private static Law law(String id, String formula, String result, String input, LawUnit unit,
            Map<String, Double> constants) {
        return new Law(id, LawForm.of(
                List.of(new Formula(result, Localised.verbatim(result), unit, Expression.parse(formula))),
                List.of(new org.isoflop.analysis.law.Input(input, Localised.verbatim(input), unit, Double.NaN, null))),
                constants, new Counting(ParameterCount.TOTAL, ComputeCount.SIX_ND), Map.of(), "none");
    }

    private static DeviceInputs h100() {
        return Case.device("h100", H100);
    }

    private static Case site(Case scenario) {
        return scenario.with("pue", 1.2).with("intensity", 400).with("electricityPrice", 0.1).with("waterOnSite", 0.5)
                .with("waterOffSite", 3);
    }

    private static Case workload(Case scenario) {
        return scenario.with("promptTokens", 1000).with("answerTokens", 200).with("tokensPerDay", 5e8).with("life",
                365 * DAY);
    }

    private static TrainingInputs training(double tokens) {
        return Case.training(tokens, h100(), 16.0, 0.4, null);
    }

    private static UseModelInputs llama8b() {
        return Case.use(Case.model("llama-3.1-8b", Architectures.llama31With8b()));
    }

    /** Strategies of all kinds of steps. */
    private static Map<String, Case> examples() {
        Map<String, Case> examples = new HashMap<>();
        ModelInputs known = new ModelInputs("known", Architectures.llama31With8b(), null, null,
                Case.input("known.tokens", 15e12), null);
        for (Law law : List.of(Laws.ROUNDED, Laws.MUENNIGHOFF)) {
            String id = law.id();
            examples.put(id + " pretrained and served", workload(site(Case.of(law))).with("computeBudget", 1e23)
                    .then(new PretrainInputs(training(2e11), Case.model("own", Architectures.llama31With8b()), null,
                            null, null, Aim.TRAINING, null, null, null, Map.of()))
                    .then(Case.serve(h100(), null, null)));
            examples.put(id + " for life", workload(site(Case.of(law)))
                    .then(Case.pretrain(Case.training(null, h100(), 1000.0, 0.4, Payment.BUY), null, 1e23,
                            Aim.LIFETIME)));
            examples.put(id + " with progress", site(Case.of(law)).then(new PretrainInputs(
                    Case.training(null, h100(), 1000.0, 0.4, Payment.OWN), null, null, Case.input("c", 1e23), null,
                    Aim.TRAINING, Case.input("g", 1.5), Case.input("w", 365 * DAY), Case.input("h", 240 * DAY),
                    Map.of())));
            examples.put(id + " tuned", workload(site(Case.of(law))).then(Case.use(known))
                    .then(new FineTuneInputs(training(1e6), Tuning.FULL, null, null, TRANSFER, null))
                    .then(Case.serve(h100(), 64.0, Payment.OWN)));
            examples.put(id + " tuned by adapters", workload(site(Case.of(law))).then(Case.use(known))
                    .then(Case.tune(training(1e7), Tuning.LORA, 16)).then(Case.serve(h100(), 8.0, Payment.BUY)));
        }
        examples.put("for life within a budget", workload(site(Case.of(Laws.ROUNDED))).with("computeBudget", 1e22)
                .then(Case.pretrain(Case.training(null, h100(), 1000.0, 0.4, Payment.RENT), null, null,
                        Aim.LIFETIME)));
        examples.put("quantised adapters on a thinner model", workload(site(Case.of(Laws.ROUNDED)))
                .then(Case.use(known))
                .then(new PruneInputs(training(1e9), null, Case.input("keep", 0.5), false,
                        Case.input("assumed", 2.1)))
                .then(Case.tune(training(1e7), Tuning.LORA, 8))
                .then(new QuantiseInputs("Q4_K_M", null, null, null, Case.input("increase", 0.03), null))
                .then(Case.serve(h100(), null, null)));
        examples.put("prompt", workload(Case.of(Laws.ROUNDED)).then(Case.use(known))
                .then(new FineTuneInputs(training(1e7), Tuning.PROMPT, null, 20, null, null))
                .then(new ServeInputs(h100(), 1, 1, Case.input("b", 4.0), null, null, null, null,
                        Case.input("x", 500.0), Case.input("a", 0.6), 5, Case.input("k", 0.05), null)));
        examples.put("continued", site(Case.of(Laws.ROUNDED)).then(Case.use(known))
                .then(new ContinueInputs(training(1e8), Case.input("replay", 0.05), TRANSFER, null))
                .then(new QuantiseInputs(null, Case.input("bits", 4.0), null, Case.input("cache", 8.0), null,
                        PRECISION)));
        examples.put("distilled", workload(site(Case.of(Laws.ROUNDED))).then(Case.use(known))
                .then(new DistilInputs(training(1e11), null, Case.model("small", Architectures.llama7b()), null,
                        DISTILLATION, null))
                .then(Case.serve(h100(), null, null)));
        examples.put("distilled from a teacher that is named", Case.of(Laws.ROUNDED)
                .then(new DistilInputs(training(1e11), new ModelInputs("teacher", null, Case.input("t", 70e9), null,
                        null, Case.input("l", 1.9)), null, Case.input("n", 1e9), DISTILLATION, null)));
        examples.put("bought", workload(Case.of(Laws.ROUNDED))
                .then(new UseModelInputs(Case.model("service", 70e9, 15e12), null, Case.input("price", 0.6))));
        examples.put("deliveries", site(Case.of(Laws.ROUNDED)).with("deadline", 200 * DAY).then(
                Case.pretrain(new TrainingInputs(null, null, Case.device("h100", H100, cluster()), null,
                        Case.input("u", 0.4), null), null, null, Aim.TRAINING)));
        return examples;
    }

    private static ClusterInputs cluster() {
        return new ClusterInputs("cluster", null, 8, Case.input("network", 50e9), Case.input("latency", 8e-6), null,
                Case.input("failures", 5e4 * 3600), Case.input("checkpoint", 60.0), Case.input("restart", 600.0),
                List.of(new ClusterInputs.Arrival(0, Case.input("first", 1000.0)),
                        new ClusterInputs.Arrival(100 * DAY, Case.input("second", 3000.0))));
    }

    /** Every printed formula with its printed numbers gives the printed value, rel 1e-9. */
    @Test
    void everyWorkingCanBeRecomputed() {
        int formulas = 0;
        for (Map.Entry<String, Case> example : examples().entrySet()) {
            Graph graph = example.getValue().evaluate().graph();
            for (Node node : graph.nodes()) {
                Working working = graph.working(node.id());
                assertFalse(working.label().text(Locale.ENGLISH).isBlank(), node.id());
                assertFalse(working.label().text(Locale.FRENCH).isBlank(), node.id());
                if (working.formula() == null) {
                    assertTrue(working.origin() != null ^ working.condition() != null, node.id());
                    continue;
                }
                double value = Expression.parse(working.numbers()).evaluate(Map.of());
                assertEquals(working.value(), value, 1e-9 * Math.abs(working.value()),
                        () -> example.getKey() + ", " + working.id() + ": " + working.formula() + " = "
                                + working.numbers());
                formulas++;
            }
        }
        assertTrue(formulas > 300, "many formulas were checked");
    }

    /** Sentences of all kinds are whole in both languages. */
    @Test
    void everythingThatIsSaidIsSaidInBothLanguages() {
        for (Case example : examples().values()) {
            StrategyOutcome result = example.evaluate();
            for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
                result.assumptions().forEach(one -> assertFalse(one.text(locale).contains("{"), one::toString));
                result.violations().forEach(one -> assertFalse(one.text(locale).contains("{"), one::toString));
                result.reasons().values().forEach(one -> assertFalse(one.text(locale).contains("{"), one::toString));
            }
        }
    }

    /**
     * Full tuning of 8,030,261,248 parameters on 1e8 tokens: 4.818e18 FLOP; 16 H100 at 40 % do 6.332e15 FLOP/s: 760.9
     * s, 3.382 device-hours, 6.76 USD at 2 USD.
     */
    @Test
    void fullTuning() {
        StrategyOutcome result = site(new Case()).then(llama8b()).then(Case.tune(training(1e8), Tuning.FULL, null))
                .evaluate();
        double c = 6 * 8_030_261_248.0 * 1e8;
        double seconds = c / (16 * 989.4e12 * 0.4);
        double hours = 16 * seconds / 3600;
        assertEquals(c, result.graph().value("compute"), 1e-9 * c);
        assertEquals(seconds, result.graph().value("seconds"), 1e-9 * seconds);
        assertEquals(hours, result.graph().value("deviceHours"), 1e-9 * hours);
        assertEquals(2 * hours, result.graph().value("costOneOff"), 1e-9 * hours);
        double joules = hours * 3600 * 700 * 1.82 * 0.75 * 1.2;
        assertEquals(joules, result.graph().value("energy"), 1e-9 * joules);
        assertEquals(joules / 3.6e6 * 400, result.graph().value("carbon"), 1e-9 * joules);
        assertEquals(joules / 1.2 / 3.6e6 * (0.5 + 1.2 * 3), result.graph().value("water"), 1e-9 * joules);
        assertEquals(16 * 700 * 1.82 * 1.2, result.graph().value("peakPower"), 1e-6);
        double memory = result.graph().value("memoryBytesPerDevice");
        assertTrue(memory > 18 * 8_030_261_248.0 / 16 && memory < 80e9);
        assertTrue(result.measure("loss").isEmpty());
        assertEquals("reason.noTransferLaw", result.reasons().get("loss").key());
    }

    /**
     * Both ways of counting side by side: 400 g/kWh of the grid, 50 g/kWh of the contracts, on the energy of full
     * tuning and of serving, and making the accelerators, 150 kg each over 5 years, in both.
     */
    @Test
    void carbonByPlaceAndByContract() {
        Map<String, Double> made = new HashMap<>(H100);
        made.putAll(Map.of("embodied", 150e3, "lifetime", 5 * 365.25 * DAY));
        TrainingInputs training = Case.training(1e8, Case.device("h100", made), 16.0, 0.4, null);
        StrategyOutcome result = workload(site(new Case())).with("marketIntensity", 50).then(llama8b())
                .then(Case.tune(training, Tuning.FULL, null)).then(Case.serve(h100(), 64.0, null)).evaluate();
        double hours = 6 * 8_030_261_248.0 * 1e8 / (989.4e12 * 0.4) / 3600;
        double kilowattHours = hours * 0.7 * 1.82 * 0.75 * 1.2;
        double making = 150e3 * hours / (5 * 365.25 * 24);
        near(kilowattHours * 400 + making, result, "carbon");
        near(kilowattHours * 50 + making, result, "carbonMarketBased");
        double perMillion = result.graph().value("energyPerMillionTokens") / 3.6e6;
        near(perMillion * 400, result, "carbonPerMillionTokens");
        near(perMillion * 50, result, "carbonMarketBasedPerMillionTokens");
        double millions = 5e8 * 365 / 1e6;
        near((kilowattHours + perMillion * millions) * 400 + making, result, "carbonLife");
        near((kilowattHours + perMillion * millions) * 50 + making, result, "carbonMarketBasedLife");
        assertEquals("G_c", result.graph().node("carbonMarketBased").symbol());
        assertTrue(said(result).contains("assumption.bothBased"), said(result)::toString);
    }

    private static void near(double expected, StrategyOutcome outcome, String measure) {
        assertEquals(expected, outcome.graph().value(measure), 1e-9 * expected, measure);
    }

    private static Set<String> said(StrategyOutcome outcome) {
        return outcome.assumptions().stream().map(one -> one.sentence().key()).collect(Collectors.toSet());
    }

    /** The limit of carbon holds that of the grid, that of the contracts where no grid is known, and says so. */
    @Test
    void theCarbonLimitHoldsThePlaceUnlessOnlyContractsAreKnown() {
        Case both = site(new Case()).with("marketIntensity", 0).with("carbonLimit", 1000);
        StrategyOutcome placed = both.then(llama8b()).then(Case.tune(training(1e8), Tuning.FULL, null)).evaluate();
        assertEquals(List.of("carbonLimit"), placed.violations().stream().map(Violation::constraint).toList());
        assertEquals(placed.graph().value("carbon"), placed.violations().getFirst().value());
        assertEquals(0, placed.graph().value("carbonMarketBased"));

        StrategyOutcome contracted = both.without("intensity").evaluate();
        assertTrue(contracted.feasible());
        assertEquals(0, contracted.graph().value("carbonMarketBased"));
        assertTrue(contracted.measure("carbon").isEmpty());
        assertEquals("reason.grid", contracted.reasons().get("carbon").key());
        assertEquals("carbonMarketBased", contracted.limits().stream()
                .filter(limit -> limit.constraint().equals("carbonLimit")).findFirst().orElseThrow().measure());
        assertTrue(said(contracted).contains("assumption.marketBased"));

        StrategyOutcome neither = both.without("marketIntensity").evaluate();
        assertEquals("reason.intensity", neither.reasons().get("carbon").key());
        assertTrue(neither.reasons().keySet().stream().noneMatch(measure -> measure.startsWith("carbonMarketBased")));
        StrategyOutcome located = both.with("intensity", 400).evaluate();
        assertTrue(located.measure("carbonMarketBased").isEmpty());
        assertTrue(said(located).contains("assumption.locationBased"));
    }

    /** What is served without a grid: a million tokens have carbon by contract alone, and so has the life. */
    @Test
    void servingByContractAlone() {
        StrategyOutcome result = workload(site(new Case())).without("intensity").with("marketIntensity", 30)
                .with("carbonLimit", 1).then(llama8b()).then(Case.serve(h100(), 64.0, null)).evaluate();
        double life = result.graph().value("energyLife") / 3.6e6 * 30;
        near(life, result, "carbonMarketBasedLife");
        assertEquals(life, result.violations().getFirst().value(), 1e-9 * life);
        assertEquals("reason.grid", result.reasons().get("carbonPerMillionTokens").key());
        assertEquals("reason.grid", result.reasons().get("carbonLife").key());
    }

    /** Adapters: (4·N + 6·41,943,040)·D; a tuned prompt of 20 tokens over 1e7 tokens in samples of 1,200. */
    @Test
    void frozenParameters() {
        double n = 8_030_261_248.0;
        StrategyOutcome lora = new Case().then(llama8b()).then(Case.tune(training(1e7), Tuning.LORA, 16)).evaluate();
        assertEquals((4 * n + 6 * 41_943_040.0) * 1e7, lora.graph().value("compute"), 1e6);
        StrategyOutcome prompt = workload(new Case()).then(llama8b())
                .then(new FineTuneInputs(training(1e7), Tuning.PROMPT, null, 20, null, null)).evaluate();
        assertEquals(4 * n * (1e7 + 20 * 1e7 / 1200), prompt.graph().value("compute"), 1e6);
        assertEquals(20 * 4096, prompt.graph().value("trainableParameters"));
    }

    /**
     * Transfer: D_T = 4000·(1e6)^0.18·(1e9)^0.38 = 4000·12.0226·2630.27 = 1.26492e8 tokens; the loss is that of 1e9
     * parameters on 1e6 + D_T tokens from scratch.
     */
    @Test
    void tuningOnTheScaleOfPretraining() {
        StrategyOutcome result = new Case().then(Case.use(Case.model("m", 1e9, 1e12)))
                .then(new FineTuneInputs(training(1e6), Tuning.FULL, null, null, TRANSFER, null)).evaluate();
        double transferred = 4000 * Math.pow(1e6, 0.18) * Math.pow(1e9, 0.38);
        assertEquals(1.26492e8, transferred, 1e4);
        assertEquals(Laws.ROUNDED.loss(1e9, 1e6 + transferred), result.graph().value("loss"), 1e-12);
        assertEquals(1e6 + transferred, result.graph().value("step2.effectiveData"), 1);
        assertTrue(result.assumptions().stream().anyMatch(one -> one.sentence().key().equals("assumption.transfer")));
    }

    /** Beyond a tenth of the need there is no number but the user’s own, marked. */
    @Test
    void whereNoLawHoldsThereIsNoNumber() {
        FineTuneInputs much = new FineTuneInputs(training(1e9), Tuning.FULL, null, null, TRANSFER, null);
        StrategyOutcome none = new Case().then(Case.use(Case.model("m", 1e9, 1e12))).then(much).evaluate();
        assertTrue(none.measure("loss").isEmpty());
        assertEquals("reason.transferRange", none.reasons().get("loss").key());
        StrategyOutcome assumed = new Case().then(Case.use(Case.model("m", 1e9, 1e12)))
                .then(new FineTuneInputs(training(1e9), Tuning.FULL, null, null, TRANSFER, Case.input("own", 2.2)))
                .evaluate();
        assertEquals(2.2, assumed.graph().value("loss"));
        assertTrue(assumed.assumptions().stream()
                .anyMatch(one -> one.sentence().key().equals("assumption.assumedLoss")));
    }

    private static StrategyOutcome tunedBy(Law transfer, TrainingInputs training) {
        return new Case().then(Case.use(Case.model("m", 1e8, 1e12)))
                .then(new FineTuneInputs(training, Tuning.FULL, null, null, transfer, null)).evaluate();
    }

    private static TrainingInputs code(double tokens, Input charactersPerToken) {
        return new TrainingInputs(Case.input("tune.tokens", tokens),
                new DataInputs("code", null, charactersPerToken, null, null, null), h100(),
                Case.input("tune.devices", 16.0), Case.input("tune.mfu", 0.4), null);
    }

    private static Law characters(String input, String result) {
        Formula line = new Formula("D_T", Localised.verbatim("D_T"), LawUnit.of(Localised.verbatim(result)),
                Expression.parse("k*D_F^a*N^b"));
        return new Law("hernandez", LawForm.of(List.of(line),
                List.of(new org.isoflop.analysis.law.Input("D_F", Localised.verbatim("D_F"),
                        LawUnit.of(Localised.verbatim(input)), Double.NaN, null))),
                Map.of("k", 19_000.0, "a", 0.18, "b", 0.38),
                new Counting(ParameterCount.TOTAL, ComputeCount.SIX_ND), Map.of(), "none");
    }

    /**
     * Text to Python with 1e8 parameters and tokens of 4 characters: 2.5e5 tokens are D_F = 1e6 characters, so D_T =
     * 19000·(1e6)^0.18·(1e8)^0.38 = 2.5046878e8 characters, D_F + D_T = 2.5147e8; in tokens D_T = 6.2617195e7 and the
     * whole 6.2867195e7. The loss is that of 1e8 parameters trained on those: 1.69 + 406.4/(1e8)^0.34 +
     * 410.7/(6.2867195e7)^0.28 = 1.69 + 0.774379 + 2.691324 = 5.155703.
     */
    @Test
    void transferInCharactersOnTheScaleOfTokens() {
        StrategyOutcome result = tunedBy(characters("characters", "characters"),
                code(2.5e5, Case.input("c", 4.0)));
        assertEquals(1e6, result.graph().value("step2.tuningCharacters"));
        assertEquals(2.5046878e8, result.graph().value("step2.law.hernandez.D_T"), 10);
        assertEquals(2.5147e8, result.graph().value("step2.tuningCharacters")
                + result.graph().value("step2.law.hernandez.D_T"), 5e3);
        assertEquals(6.2617195e7, result.graph().value("step2.transferredTokens"), 5);
        assertEquals(6.2867195e7, result.graph().value("step2.effectiveData"), 5);
        assertEquals(5.155703, result.graph().value("loss"), 1e-6);
        assertEquals(Unit.CHARACTERS, result.graph().node("step2.law.hernandez.D_T").unit());
        assertEquals("D_2*c_t_2", result.graph().node("step2.tuningCharacters").formula().toString());
        String said = result.assumptions().stream().map(one -> one.sentence())
                .filter(one -> one.key().equals("assumption.transferCharacters")).findFirst().orElseThrow()
                .text(Locale.ENGLISH);
        assertTrue(said.contains("each token of code is counted as 4") && said.contains("characters"), said);
    }

    /**
     * What is uncertain about characters moves the loss: tokens of 2 characters are D_F = 5e5 characters, D_T =
     * 2.2108954e8 characters or 1.1054477e8 tokens, more than with 4 since D_T grows slower than D_F.
     */
    @Test
    void theUncertaintyOfCharactersReachesTheLoss() {
        Spread spread = Spread.of(2, 8, 0.9, Spread.Shape.LOGNORMAL);
        Input unsure = new Input(4, Case.input("c", 4.0).origin(), spread);
        Graph graph = tunedBy(characters("characters", "characters"), code(2.5e5, unsure)).graph();
        assertEquals(spread, graph.node("step2.charactersPerToken").spread());
        assertTrue(graph.inputsOf("loss").contains(graph.node("step2.charactersPerToken")));
        double[] losses = graph.evaluate(Map.of("step2.charactersPerToken", new double[] {2, 4, 8})).values("loss");
        double transferred = 19_000 * Math.pow(5e5, 0.18) * Math.pow(1e8, 0.38);
        assertEquals(2.2108954e8, transferred, 10);
        assertEquals(Laws.ROUNDED.loss(1e8, 2.5e5 + transferred / 2), losses[0], 1e-9);
        assertTrue(losses[0] < losses[1] && losses[1] < losses[2]);
    }

    /** A law in other units, or in characters of which nobody says how many a token has, gives no number. */
    @Test
    void aLawOfTransferNeedsTheUnitsOfTheData() {
        Law inCharacters = characters("characters", "characters");
        assertReason("reason.transferDataset", "name the dataset", tunedBy(inCharacters, training(1e6)));
        assertReason("reason.transferCharacters", "characters per token of the dataset code",
                tunedBy(inCharacters, code(1e6, null)));
        assertReason("reason.transferUnit", "in bytes", tunedBy(characters("bytes", "bytes"), code(1e6, null)));
        assertReason("reason.transferUnits", "in characters and gives them in tokens",
                tunedBy(characters("characters", "tokens"), code(1e6, Case.input("c", 4.0))));
        assertThrows(StrategyException.class, () -> tunedBy(inCharacters, code(1e6, Case.input("c", 0.0))));
        assertEquals("reason.transferRange",
                tunedBy(inCharacters, code(1e8, Case.input("c", 4.0))).reasons().get("loss").key());
    }

    private static void assertReason(String key, String words, StrategyOutcome outcome) {
        assertTrue(outcome.measure("loss").isEmpty());
        assertEquals(key, outcome.reasons().get("loss").key());
        String said = outcome.reasons().get("loss").text(Locale.ENGLISH);
        assertTrue(said.contains(words), said);
    }

    /** Synthetic tokens: 2e11 tokens, 30 % of them worth half: 1.7e11. Without their worth the step is refused. */
    @Test
    void syntheticTokensNeedTheirWorth() {
        DataInputs data = new DataInputs("mix", null, null, Case.input("share", 0.3), Case.input("worth", 0.5), null);
        TrainingInputs training = new TrainingInputs(Case.input("d", 2e11), data, DeviceInputs.UNKNOWN, null, null,
                null);
        StrategyOutcome result = new Case().then(Case.pretrain(training, 1e10, null, Aim.TRAINING)).evaluate();
        assertEquals(Laws.ROUNDED.loss(1e10, 1.7e11), result.graph().value("loss"), 1e-12);
        assertEquals(6 * 1e10 * 2e11, result.graph().value("compute"));
        TrainingInputs open = new TrainingInputs(Case.input("d", 2e11),
                new DataInputs("mix", null, null, Case.input("share", 0.3), null, null), DeviceInputs.UNKNOWN, null,
                null,
                null);
        assertTrue(assertThrows(StrategyException.class,
                () -> new Case().then(Case.pretrain(open, 1e10, null, Aim.TRAINING)).evaluate())
                .message(Locale.ENGLISH).contains("quality multiplier"));
    }

    /** 16 months of waiting at a halving of 8 months are four times the compute: the loss of the optimum of 4·C. */
    @Test
    void waitingForProgress() {
        PretrainInputs waiting = new PretrainInputs(Case.training(null, h100(), 1000.0, 0.4, null), null, null,
                Case.input("c", 1e22), null, Aim.TRAINING, null, Case.input("w", 16.0), Case.input("h", 8.0),
                Map.of());
        StrategyOutcome result = new Case().then(waiting).evaluate();
        assertEquals(4e22, result.graph().value("effectiveCompute"), 1e12);
        assertEquals(Laws.ROUNDED.optimum(4e22).loss(), result.graph().value("loss"), 1e-9);
        assertEquals(Laws.ROUNDED.optimum(1e22).parameters(), result.graph().value("parameters"), 1);
        double training = 1e22 / (1000 * 989.4e12 * 0.4);
        assertEquals(training + 16, result.graph().value("seconds"), 1e-6);
    }

    /** Distilling 7e9 from 70e9 on 1e11 tokens: 2·70e9·1e11 + 6·7e9·1e11 = 1.82e22. */
    @Test
    void distilling() {
        StrategyOutcome result = new Case().then(new DistilInputs(training(1e11),
                new ModelInputs("teacher", null, Case.input("t", 70e9), null, null, Case.input("l", 1.9)), null,
                Case.input("n", 7e9), DISTILLATION, null)).evaluate();
        assertEquals(1.82e22, result.graph().value("compute"), 1e10);
        assertEquals(1.9 + 100 / Math.pow(7e9, 0.3), result.graph().value("loss"), 1e-12);
    }

    /** Half of Llama 3.1 8B: the count that is asked, and the layers that come nearest; recovery is 6·N·D. */
    @Test
    void pruning() {
        StrategyOutcome result = workload(new Case()).then(llama8b())
                .then(new PruneInputs(training(1e9), null, Case.input("keep", 0.5), false, null))
                .then(Case.serve(h100(), 1.0, null)).evaluate();
        double left = 0.5 * 8_030_261_248.0;
        assertEquals(left, result.graph().value("parameters"), 1);
        assertEquals(6 * left * 1e9, result.graph().value("compute"), 1e9);
        Architecture thinner = PruneStep.thinned(Architectures.llama31With8b(), left);
        assertEquals(14, thinner.layerCount());
        assertEquals(ParameterCounts.of(thinner).total() * 2.0, result.graph().value("serving.weightBytes.model"), 1);
        assertEquals("reason.pruning", result.reasons().get("loss").key());
    }

    /** Two of four weights: the same bytes and at most twice the peak, and nothing gained in training. */
    @Test
    void sparseInPlace() {
        Case plain = workload(new Case()).then(llama8b()).then(Case.serve(h100(), 8.0, null));
        Case sparse = workload(new Case()).then(llama8b())
                .then(new PruneInputs(TrainingInputs.UNKNOWN, null, null, true, null))
                .then(Case.serve(h100(), 8.0, null));
        double before = plain.evaluate().graph().value("firstTokenSeconds");
        double after = sparse.evaluate().graph().value("firstTokenSeconds");
        assertEquals(0.5, after / before, 1e-9);
        assertEquals(plain.evaluate().graph().value("serving.weightBytes.model"),
                sparse.evaluate().graph().value("serving.weightBytes.model"));
    }

    /** 4 bits by the law of precision: golden 0.00870519 for (1.7e9, 2.6e10, 4 bit). By the table: Llama 3.1 8B. */
    @Test
    void quantising() {
        StrategyOutcome law = new Case().then(Case.use(Case.model("m", 1.7e9, 2.6e10)))
                .then(new QuantiseInputs(null, Case.input("bits", 4.0), null, null, null, PRECISION)).evaluate();
        assertEquals(Laws.ROUNDED.loss(1.7e9, 2.6e10) + 0.00870519, law.graph().value("loss"), 1e-7);
        ModelInputs llama = new ModelInputs("llama-3-1-8b", Architectures.llama31With8b(), null, null, null,
                Case.input("l", 1.856));
        StrategyOutcome table = new Case().then(Case.use(llama))
                .then(new QuantiseInputs("Q4_K_M", null, null, null, null, null)).evaluate();
        assertEquals(1.856 + Math.log(6.5837 / 6.4006), table.graph().value("loss"), 1e-12);
        assertEquals(8_030_261_248.0 * 4.84 / 8, table.graph().value("step2.weightBytes.stored"), 1);
        StrategyOutcome unknown = new Case().then(Case.use(Case.model("m", 1.7e9, 2.6e10)))
                .then(new QuantiseInputs("Q4_K_M", null, null, null, null, null)).evaluate();
        assertEquals("reason.quantisation", unknown.reasons().get("loss").key());
    }

    /** The model that charts draw is the one that is evaluated: at the chosen batch all its measures agree. */
    @Test
    void whatIsServedGivesTheMeasures() {
        for (boolean guessing : new boolean[] {false, true}) {
            StepInputs serve = guessing
                    ? new ServeInputs(h100(), null, null, null, null, null, null, null, null, Case.input("a", 0.7), 4,
                            Case.input("k", 0.05), null)
                    : Case.serve(h100(), null, null);
            StrategyOutcome outcome = workload(new Case()).then(llama8b()).then(serve).evaluate();
            ServedModel served = outcome.served();
            ServingPoint point = served.model().point(served.batch(), served.prompt(), served.answer(), served.rates());
            assertEquals(outcome.graph().value("tokensPerSecond"), point.answeredPerSecond(), 1e-9 * point
                    .answeredPerSecond());
            assertEquals(outcome.graph().value("tokensPerSecondPerUser"), point.tokensPerSecondPerUser(), 1e-9 * point
                    .tokensPerSecondPerUser());
            assertEquals(outcome.graph().value("firstTokenSeconds"), point.firstTokenSeconds(), 1e-12);
            assertEquals(outcome.graph().value("energyPerMillionTokens"), point.answeredJoulesPerMillion(), 1e-9 * point
                    .answeredJoulesPerMillion());
        }
        assertNull(new Case().then(llama8b()).evaluate().served());
    }

    /** A cache of 8 bits takes half the bytes, and the weights stay as they are. */
    @Test
    void aSmallerCacheAlone() {
        Case plain = workload(new Case()).then(llama8b()).then(Case.serve(h100(), 8.0, null));
        Case small = workload(new Case()).then(llama8b())
                .then(new QuantiseInputs(null, null, null, Case.input("cache", 8.0), null, null))
                .then(Case.serve(h100(), 8.0, null));
        Graph before = plain.evaluate().graph();
        Graph after = small.evaluate().graph();
        assertEquals(before.value("serving.weightBytes.model"), after.value("serving.weightBytes.model"));
        assertEquals(0.5, after.value("serving.cachePerSequence") / before.value("serving.cachePerSequence"), 1e-12);
    }

    /**
     * A service of 0.6 USD a million tokens, 5e8 tokens a day for a year: 1.825e11 tokens, 109,500 USD.
     */
    @Test
    void boughtByTheToken() {
        StrategyOutcome result = workload(new Case())
                .then(new UseModelInputs(Case.model("service", 70e9, 15e12), null, Case.input("price", 0.6)))
                .evaluate();
        assertEquals(0, result.graph().value("costOneOff"));
        assertEquals(0.6, result.graph().value("costPerMillionTokens"));
        assertEquals(109_500, result.graph().value("costLife"), 1e-6);
        assertEquals(0, result.graph().value("compute"));
    }

    /** Copies cover the day: n·⌈q/(86400·u·R)⌉ devices, paid day and night. */
    @Test
    void copiesCoverTheWorkload() {
        StrategyOutcome result = workload(new Case()).then(llama8b()).then(new ServeInputs(h100(), 1, 1,
                Case.input("b", 16.0), null, null, null, Case.input("busy", 0.5), null, null, null, null, null))
                .evaluate();
        double rate = result.graph().value("tokensPerSecond");
        double copies = Math.ceil(5e8 / (DAY * 0.5 * rate));
        assertTrue(copies > 1);
        assertEquals(copies, result.graph().value("servingDevices"));
        double perMillion = copies * 2 * 24 / 5e8 * 1e6;
        assertEquals(perMillion, result.graph().value("costPerMillionTokens"), 1e-9 * perMillion);
        assertEquals(perMillion * 365 * 5e8 / 1e6, result.graph().value("costLife"), 1e-6 * perMillion * 1e6);
    }

    /** The cheapest batch keeps the limits; without limits it is larger and no dearer. */
    @Test
    void theBatchKeepsTheLimits() {
        Case limited = workload(new Case()).with("tokenLimit", 0.01).with("firstTokenLimit", 0.5).then(llama8b())
                .then(Case.serve(h100(), null, null));
        Case free = workload(new Case()).then(llama8b()).then(Case.serve(h100(), null, null));
        StrategyOutcome kept = limited.evaluate();
        assertTrue(kept.feasible());
        assertTrue(kept.graph().value("serving.decode") <= 0.01);
        assertTrue(kept.graph().value("firstTokenSeconds") <= 0.5);
        assertTrue(free.evaluate().graph().value("batch") > kept.graph().value("batch"));
        assertTrue(free.evaluate().graph().value("costPerMillionTokens") <= kept.graph()
                .value("costPerMillionTokens"));
        StrategyOutcome never = workload(new Case()).with("tokenLimit", 1e-5).then(llama8b())
                .then(Case.serve(h100(), null, null)).evaluate();
        assertEquals(Set.of("tokenLimit"), constraints(never));
    }

    private static Set<String> constraints(StrategyOutcome result) {
        return Set.copyOf(result.violations().stream().map(Violation::constraint).toList());
    }

    /** A model of 70B takes two H100 at 16 bits, and hundreds of chips with 230 MB each at 4 bits. */
    @Test
    void aModelIsSpreadOverAsFewDevicesAsWillDo() {
        UseModelInputs large = Case.use(Case.model("llama-2-70b", Architectures.llama2With70b()));
        StrategyOutcome gpu = workload(new Case()).then(large).then(Case.serve(h100(), 1.0, null)).evaluate();
        assertEquals(2, gpu.graph().value("serving.devices"));
        DeviceInputs lpu = Case.device("lpu", Map.of("peak", 188e12, "memory", 230e6, "bandwidth", 80e12, "link",
                100e9));
        StrategyOutcome many = workload(new Case()).then(large)
                .then(new QuantiseInputs("NF4", null, null, null, null, null)).then(Case.serve(lpu, 1.0, null))
                .evaluate();
        assertTrue(many.graph().value("serving.devices") > 100);
        assertTrue(many.feasible(), () -> many.violations().toString());
        DeviceInputs alone = Case.device("alone", Map.of("peak", 188e12, "memory", 80e9, "bandwidth", 2e12));
        assertEquals(Set.of("memory"), constraints(
                workload(new Case()).then(large).then(Case.serve(alone, 1.0, null)).evaluate()));
    }

    /**
     * Deliveries: 1,000 devices at once and 3,000 after 100 days give 1,000·200 + 3,000·100 = 500,000 device-days until
     * day 200; the restarts of 4,000 devices take their share, so the run ends later.
     */
    @Test
    void deliveriesUntilADeadline() {
        StrategyOutcome result = examples().get("deliveries").evaluate();
        double c = 500_000 * DAY * 989.4e12 * 0.4;
        assertEquals(c, result.graph().value("compute"), 1e-9 * c);
        double interval = Math.sqrt(2 * 60 * 5e4 * 3600 / 4000);
        double goodput = 1 / (1 + 60 / interval + (interval / 2 + 600) * 4000 / (5e4 * 3600));
        double work = 500_000 * DAY / goodput;
        assertEquals((work + 3000 * 100 * DAY) / 4000, result.graph().value("seconds"), 1);
        assertEquals(Set.of("deadline"), constraints(result));
        assertEquals(work / 3600, result.graph().value("deviceHours"), 1);
    }

    /** Staff is 30 % of the whole, extras 40 % of the rent, data 1,000 USD. */
    @Test
    void allThatIsPaidFor() {
        DataInputs data = new DataInputs("data", null, null, null, null, Case.input("cost", 1000.0));
        TrainingInputs training = new TrainingInputs(Case.input("d", 1e9), data, h100(), Case.input("n", 8.0),
                Case.input("u", 0.4), Payment.RENT);
        StrategyOutcome result = new Case().with("staffShare", 0.3).with("extras", 0.4)
                .then(Case.pretrain(training, 1e9, null, Aim.TRAINING)).evaluate();
        double rent = 6e18 / (989.4e12 * 0.4) / 3600 * 2 * 1.4;
        assertEquals((rent + 1000) / 0.7, result.graph().value("costOneOff"), 1e-6);
    }

    @Test
    void theOrderOfStepsIsChecked() {
        FineTuneInputs lora = Case.tune(training(1e7), Tuning.LORA, 8);
        QuantiseInputs quantise = new QuantiseInputs("Q4_K_M", null, null, null, null, null);
        ServeInputs serve = Case.serve(h100(), 1.0, null);
        UseModelInputs service = new UseModelInputs(Case.model("s", 7e9, 1e12), null, Case.input("p", 1.0));
        Map<String, List<StepInputs>> refused = new HashMap<>();
        refused.put("order.empty", List.of());
        refused.put("order.noModel", List.of(lora));
        refused.put("order.begins", List.of(llama8b(), llama8b()));
        refused.put("order.afterServe", List.of(llama8b(), serve, lora));
        refused.put("order.quantised", List.of(llama8b(), quantise, lora));
        refused.put("order.twice", List.of(llama8b(), quantise, quantise));
        refused.put("order.service", List.of(service, serve));
        refused.forEach((key, steps) -> {
            Case scenario = new Case();
            steps.forEach(scenario::then);
            StrategyException refusal = assertThrows(StrategyException.class, scenario::evaluate, key);
            assertEquals(key, refusal.sentence().key());
            assertFalse(refusal.message(Locale.FRENCH).isBlank());
        });
        assertNotNull(new Case().then(llama8b()).then(quantise)
                .then(Case.tune(training(1e7), Tuning.QLORA, 8)).evaluate());
    }

    @Test
    void whatAStepLacksIsNamed() {
        for (StepInputs step : new StepInputs[] {Case.tune(training(1e7), Tuning.LORA, null),
            Case.tune(Case.training(null, h100(), 1.0, 0.4, null), Tuning.FULL, null),
            new FineTuneInputs(training(1e7), Tuning.PROMPT, null, null, null, null),
            new PruneInputs(training(1e7), null, null, false, null),
            new QuantiseInputs(null, null, null, null, null, null),
            new DistilInputs(training(1e7), null, null, null, null, null),
            new ContinueInputs(TrainingInputs.UNKNOWN, null, null, null)}) {
            StrategyException refusal = assertThrows(StrategyException.class,
                    () -> new Case().then(llama8b()).then(step).evaluate());
            assertTrue(refusal.sentence().key().startsWith("strategy."), refusal::getMessage);
        }
        StrategyOutcome noWorkload = new Case().then(llama8b()).then(Case.serve(h100(), 1.0, null)).evaluate();
        assertEquals("reason.workload", noWorkload.reasons().get("costPerMillionTokens").key());
        StrategyOutcome noArchitecture = workload(new Case()).then(Case.use(Case.model("m", 1e9, 1e12)))
                .then(Case.serve(h100(), 1.0, null)).evaluate();
        assertEquals("reason.servedArchitecture", noArchitecture.reasons().get("batch").key());
    }

    /** A measure of the whole is missing as soon as a step lacks its part: never a sum of what happens to be known. */
    @Test
    void aSumIsWholeOrMissing() {
        StrategyOutcome result = new Case().then(llama8b()).then(Case.tune(training(1e8), Tuning.FULL, null))
                .then(new ContinueInputs(Case.training(1e9, DeviceInputs.UNKNOWN, null, null, null), null, null, null))
                .evaluate();
        assertTrue(result.measure("compute").isPresent());
        for (String measure : List.of("seconds", "costOneOff", "energy", "devices", "peakPower")) {
            assertTrue(result.measure(measure).isEmpty(), measure);
            assertTrue(result.reasons().containsKey(measure), measure);
        }
    }

    /** More budget never gives a worse optimum, for training alone or for the lifetime, and it is always kept. */
    @Test
    void moreBudgetIsNeverWorse() {
        for (Aim aim : Aim.values()) {
            for (Law law : List.of(Laws.ROUNDED, Laws.MUENNIGHOFF, Laws.KAPLAN_JOINT)) {
                for (String limit : List.of("moneyBudget", "computeBudget")) {
                    double last = Double.POSITIVE_INFINITY;
                    for (double budget = 1e3; budget < 1e9; budget *= 3) {
                        double value = limit.equals("moneyBudget") ? budget : budget * 1e17;
                        StrategyOutcome result = workload(Case.of(law)).with(limit, value).with("uniqueTokens", 1e12)
                                .then(Case.pretrain(Case.training(null, h100(), null, 0.4, Payment.RENT), null, null,
                                        aim))
                                .evaluate();
                        double loss = result.graph().value("loss");
                        String what = aim + ", " + law.id() + ", " + limit + " " + value;
                        assertTrue(loss <= last, what);
                        assertFalse(constraints(result).contains(limit), what);
                        last = loss;
                    }
                }
            }
        }
    }

    /** Removing a limit never adds a violation, and never changes a measure that it does not decide. */
    @Test
    void removingALimitNeverHurts() {
        List<String> limits = List.of("moneyBudget", "computeBudget", "deadline", "deviceLimit", "powerLimit",
                "energyLimit", "carbonLimit", "lossGoal");
        for (Map.Entry<String, Case> example : examples().entrySet()) {
            Case scenario = example.getValue();
            limits.stream().filter(limit -> scenario.get(limit) == null)
                    .forEach(limit -> scenario.with(limit, limit.equals("lossGoal") ? 1.7 : 10));
            if (example.getKey().equals("deliveries")) {
                continue;
            }
            Set<String> all = constraints(scenario.evaluate());
            for (String limit : limits) {
                double value = scenario.get(limit).value();
                Set<String> fewer = constraints(scenario.without(limit).evaluate());
                assertTrue(all.containsAll(fewer), () -> example.getKey() + " without " + limit);
                assertFalse(fewer.contains(limit));
                scenario.with(limit, value);
            }
        }
    }

    /** Doubling a price doubles its money. */
    @Test
    void twiceThePriceIsTwiceTheMoney() {
        for (Payment payment : Payment.values()) {
            List<Double> costs = new ArrayList<>();
            List<Double> perMillion = new ArrayList<>();
            for (double times : new double[] {1, 2}) {
                Map<String, Double> chip = new HashMap<>(H100);
                chip.put("rentRate", times * 2);
                chip.put("purchasePrice", times * 30_000);
                DeviceInputs device = Case.device("h100", chip);
                StrategyOutcome result = workload(site(new Case())).with("electricityPrice", times * 0.1)
                        .then(llama8b())
                        .then(Case.tune(Case.training(1e9, device, 16.0, 0.4, payment), Tuning.FULL, null))
                        .then(Case.serve(device, 32.0, payment)).evaluate();
                costs.add(result.graph().value("costOneOff"));
                perMillion.add(result.graph().value("costPerMillionTokens"));
            }
            assertEquals(2, costs.get(1) / costs.get(0), 1e-12, payment::toString);
            assertEquals(2, perMillion.get(1) / perMillion.get(0), 1e-12, payment::toString);
        }
    }

    /** Sweeping an input of the graph gives what evaluating the strategy again gives. */
    @Test
    void theGraphFollowsItsInputs() {
        double[] rents = {1, 2, 4};
        double[] bandwidths = {1e12, 3.35e12, 8e12};
        for (int i = 0; i < rents.length; i++) {
            Map<String, Double> chip = new HashMap<>(H100);
            chip.put("rentRate", rents[i]);
            chip.put("bandwidth", bandwidths[i]);
            DeviceInputs device = Case.device("h100", chip);
            Graph again = workload(site(new Case())).then(llama8b()).then(Case.serve(device, 32.0, null)).evaluate()
                    .graph();
            Graph first = workload(site(new Case())).then(llama8b()).then(Case.serve(h100(), 32.0, null)).evaluate()
                    .graph();
            var swept = first.evaluate(Map.of("serving.rentRate", new double[] {rents[i]}, "serving.bandwidth",
                    new double[] {bandwidths[i]}));
            for (String id : List.of("costPerMillionTokens", "tokensPerSecond", "firstTokenSeconds", "costLife",
                    "energyLife")) {
                assertEquals(again.value(id), swept.values(id)[0], 1e-12 * again.value(id), id);
            }
        }
    }
}
