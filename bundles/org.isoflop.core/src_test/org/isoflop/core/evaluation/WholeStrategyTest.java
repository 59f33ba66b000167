package org.isoflop.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.isoflop.analysis.architecture.Architecture;
import org.isoflop.analysis.architecture.Attention;
import org.isoflop.analysis.architecture.DenseFeedForward;
import org.isoflop.analysis.architecture.Head;
import org.isoflop.analysis.architecture.LayerGroup;
import org.isoflop.analysis.architecture.Norm;
import org.isoflop.analysis.architecture.QueryKeyNorm;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.graph.Spread;
import org.isoflop.analysis.law.Interval;
import org.isoflop.core.catalog.Catalog;
import org.isoflop.core.decision.ScenarioDecision;
import org.isoflop.core.json.EvaluationJson;
import org.isoflop.core.mapping.ArchitectureData;
import org.isoflop.core.mapping.Figure;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyData.AcceleratorData;
import org.isoflop.core.mapping.StudyData.DatasetData;
import org.isoflop.core.mapping.StudyData.FineTuneData;
import org.isoflop.core.mapping.StudyData.GridData;
import org.isoflop.core.mapping.StudyData.LawData;
import org.isoflop.core.mapping.StudyData.ModelData;
import org.isoflop.core.mapping.StudyData.ObservedLossData;
import org.isoflop.core.mapping.StudyData.PeakData;
import org.isoflop.core.mapping.StudyData.PretrainData;
import org.isoflop.core.mapping.StudyData.PriceData;
import org.isoflop.core.mapping.StudyData.QuantiseData;
import org.isoflop.core.mapping.StudyData.ScenarioData;
import org.isoflop.core.mapping.StudyData.ServeData;
import org.isoflop.core.mapping.StudyData.SiteData;
import org.isoflop.core.mapping.StudyData.StepData;
import org.isoflop.core.mapping.StudyData.StrategyData;
import org.isoflop.core.mapping.StudyData.TrainingData;
import org.isoflop.core.mapping.StudyData.UseModelData;
import org.isoflop.core.mapping.StudyData.WorkloadData;
import org.isoflop.model.Payment;
import org.isoflop.model.Shape;
import org.isoflop.model.Status;
import org.isoflop.model.Tuning;
import org.junit.jupiter.api.Test;

/** Whole strategies from a study: hardware, prices of the right day, site and workload reach the calculation. */
class WholeStrategyTest {

    private static final LawData LAW = Catalog.law("hoffmann-2022-rounded").law();
    private static final double DAY = 86_400;
    private static final double YEAR = 365.25 * DAY;
    private static final Architecture LLAMA = new Architecture(4096, 128_256, 4096, Head.UNTIED, 0, Norm.SCALE, true,
            true, 131_072,
            List.of(new LayerGroup(32, new Attention(32, 8, 128, false, false, QueryKeyNorm.NONE, 0),
                    new DenseFeedForward(14_336, true, false), 2)),
            List.of());

    private static Figure figure(String path, double value) {
        return new Figure(value, null, null, null, null, Status.PUBLISHED, null, null, path);
    }

    private static StudyData study(String start, double life, List<StrategyData> strategies, Figure lossGoal) {
        AcceleratorData chip = new AcceleratorData("h100", null, null,
                List.of(new PeakData("bf16", figure("h100.peak", 989.4e12))), figure("h100.memory", 80e9),
                figure("h100.bandwidth", 3.35e12), figure("h100.interconnect", 900e9), figure("h100.power", 700), null,
                figure("h100.serverRatio", 1.82), null, null,
                List.of(new PriceData("2023-04", null, figure("h100.buy", 30_000), null),
                        new PriceData("2024-06", "early", null, figure("h100.early", 4)),
                        new PriceData("2025-06", "late", null, figure("h100.late", 2)),
                        new PriceData("2024-06", "reserved", null, figure("h100.reserved", 1.5), 3)));
        ModelData model = new ModelData("llama-3.1-8b", null, null, null, null, new ArchitectureData(LLAMA, null),
                figure("llama.tokens", 15e12), null, List.of(new ObservedLossData("another corpus",
                        figure("llama.other", 9)), new ObservedLossData(LAW.corpus(), figure("llama.loss", 2.0))));
        SiteData site = new SiteData("site", null, null, "grid", null, figure("site.pue", 1.2),
                figure("site.contracts", 12), figure("site.price", 0.1), figure("site.water", 0.5), null, null);
        GridData grid = new GridData("grid", null, null, "France", 2024, figure("grid.intensity", 44),
                figure("grid.water", 3));
        WorkloadData workload = new WorkloadData(figure("w.prompt", 1000), figure("w.answer", 200),
                figure("w.day", 1e8), figure("w.life", life), null, null);
        ScenarioData scenario = new ScenarioData("s", null, null, null, LAW.id(), List.of(), start, "site", null, null,
                null, null, lossGoal, null, null, null, null, workload, strategies);
        return new StudyData("study", null, null, List.of(), List.of(model), List.of(), List.of(chip), List.of(),
                List.of(grid), List.of(site), List.of(LAW), List.of(scenario), List.of(), List.of());
    }

    private static StrategyData strategy(String id, StepData... steps) {
        return new StrategyData(id, null, null, List.of(steps));
    }

    private static UseModelData use() {
        return new UseModelData("llama-3.1-8b", null, null);
    }

    private static ServeData serve(Payment payment) {
        return new ServeData("h100", null, 1, 1, figure("serve.batch", 16), null, null, null, null, null, null, null,
                null, payment);
    }

    private static FineTuneData tune(Payment payment) {
        return new FineTuneData(new TrainingData(figure("tune.tokens", 1e8), null, "h100", null, null,
                figure("tune.devices", 16), figure("tune.mfu", 0.4), payment), Tuning.FULL, null, null, null,
                figure("tune.assumed", 1.9));
    }

    private static StrategyResult only(StudyData data) {
        StrategyResult result = Evaluation.evaluate(data, "s").strategies().getFirst();
        assertNotNull(result.result(), () -> String.valueOf(result.refusal()));
        return result;
    }

    private static double measure(StrategyResult result, String id) {
        return result.measure(id).orElseThrow(() -> new AssertionError(id + " " + result.result().reasons()));
    }

    /** By hand: 6·8,030,261,248·1e8 FLOP on H100 at 40 % are 3.3819 hours of one device. */
    private static double hours() {
        return 6 * 8_030_261_248.0 * 1e8 / (989.4e12 * 0.4) / 3600;
    }

    @Test
    void theLastPriceAskedByTheStartHolds() {
        StrategyData rented = strategy("one", use(), tune(Payment.RENT));
        assertEquals(4 * hours(), measure(only(study("2025-01", YEAR, List.of(rented), null)), "costOneOff"), 1e-9);
        assertEquals(2 * hours(), measure(only(study("2025-06-30", YEAR, List.of(rented), null)), "costOneOff"), 1e-9);
        assertEquals(2 * hours(), measure(only(study(null, YEAR, List.of(rented), null)), "costOneOff"), 1e-9);
        StrategyResult early = only(study("2023", YEAR, List.of(rented), null));
        assertTrue(early.measure("costOneOff").isEmpty());
        assertTrue(early.assumptions().stream()
                .anyMatch(one -> one.text(Locale.ENGLISH).contains("later ones are not taken")));
    }

    /**
     * 46.7e9 parameters of which a token uses 12.9e9: no loss from a law of dense models, but the one assumed;
     * on 1e12 tokens 6·12.9e9·1e12 = 7.74e22 FLOP and 1e12/46.7e9 = 21.413 tokens a parameter.
     */
    @Test
    void anAssumedLossOfPretrainingReachesTheResult() {
        ModelData mixture = new ModelData("mixture", null, null, figure("mixture.all", 46.7e9),
                figure("mixture.active", 12.9e9), null, null, List.of(), List.of());
        for (Figure assumed : new Figure[] {null, figure("step.assumed", 1.95)}) {
            PretrainData step = new PretrainData(new TrainingData(figure("step.tokens", 1e12), null, null, null, null,
                    null, null, null), null, null, null, "mixture", null, null, null, null, List.of(), assumed);
            StudyData data = study(null, YEAR, List.of(strategy("one", step)), null);
            StrategyResult result = only(new StudyData(data.id(), null, null, List.of(), List.of(mixture), List.of(),
                    data.accelerators(), List.of(), data.grids(), data.sites(), data.laws(), data.scenarios(),
                    List.of(), List.of()));
            assertEquals(7.74e22, measure(result, "compute"), 1e12);
            assertEquals(21.413, measure(result, "tokensPerParameter"), 5e-4);
            if (assumed == null) {
                assertTrue(result.result().reasons().get("loss").text(Locale.ENGLISH).contains("dense models"));
            } else {
                assertEquals(1.95, measure(result, "loss"));
            }
        }
    }

    /** A life of three years fills the commitment of the reserved rent, one of a year does not. */
    @Test
    void aLongLifeRentsByReservation() {
        StrategyData served = strategy("one", use(), serve(Payment.RENT));
        StrategyResult shortLife = only(study(null, YEAR, List.of(served), null));
        StrategyResult longLife = only(study(null, 3 * YEAR, List.of(served), null));
        assertEquals(1.5 / 2, measure(longLife, "costPerMillionTokens") / measure(shortLife, "costPerMillionTokens"),
                1e-12);
        double perMillion = measure(longLife, "servingDevices") * 1.5 * 24 / 1e8 * 1e6;
        assertEquals(perMillion, measure(longLife, "costPerMillionTokens"), 1e-12 * perMillion);
        assertEquals(perMillion * 100 * 3 * 365.25, measure(longLife, "costLife"), 1e-6);
    }

    /** Energy with server and PUE, carbon of the grid, water of both; owned devices lose value with time. */
    @Test
    void siteAndOwnershipReachTheResult() {
        StrategyResult result = only(study("2024-04", YEAR, List.of(strategy("one", use(), tune(Payment.OWN))), null));
        double joules = hours() * 3600 * 700 * 1.82 * 0.75 * 1.2;
        assertEquals(joules, measure(result, "energy"), 1e-9 * joules);
        assertEquals(joules / 3.6e6 * 44, measure(result, "carbon"), 1e-9 * joules);
        assertEquals(joules / 3.6e6 * 12, measure(result, "carbonMarketBased"), 1e-9 * joules);
        assertEquals(joules / 1.2 / 3.6e6 * (0.5 + 1.2 * 3), measure(result, "water"), 1e-9 * joules);
        double years = 366 / 365.25;
        double rate = 30_000 * Math.pow(10, -0.14 * years) * 1.64 * (1 + 19.0 / 81) * 0.14 * Math.log(10) / 8766;
        assertEquals(rate * hours() + joules / 3.6e6 * 0.1, measure(result, "costOneOff"), 1e-9 * rate * hours());
    }

    /** The loss that was observed on the law’s corpus, and what Q4_K_M added to this very model. */
    @Test
    void lossesOfModelsAreThoseOfTheLawsCorpus() {
        StrategyResult plain = only(study(null, YEAR, List.of(strategy("one", use())), null));
        assertEquals(2.0, measure(plain, "loss"));
        StrategyResult quantised = only(study(null, YEAR, List.of(strategy("one", use(),
                new QuantiseData("Q4_K_M", null, null, null, null, null), serve(null))), null));
        assertEquals(2.0 + Math.log(6.5837 / 6.4006), measure(quantised, "loss"), 1e-12);
        StrategyResult tuned = only(study(null, YEAR, List.of(strategy("one", use(), tune(null))), null));
        assertEquals(1.9, measure(tuned, "loss"));
        assertTrue(tuned.assumptions().stream()
                .anyMatch(one -> one.text(Locale.ENGLISH).contains("assumed by the user")));
    }

    /**
     * The published constants count characters: 2.5e5 tokens of 4 characters for 1e8 parameters are worth 6.2867195e7
     * tokens of the domain, so the loss is 1.69 + 406.4/(1e8)^0.34 + 410.7/(6.2867195e7)^0.28 = 5.155703. With 2 and 8
     * characters a token, the ends of 95 %, it is 4.760841 and 5.617299.
     */
    @Test
    void publishedTransferOnTheScaleOfPretraining() {
        Figure characters = new Figure(4.0, 2.0, 8.0, 0.95, Shape.LOGNORMAL, Status.ESTIMATED, null, null,
                "code.charactersPerToken");
        StudyData known = tunedOnCode(characters);
        ScenarioResult result = Evaluation.evaluate(known, "s");
        assertEquals(5.155703, measure(result.strategies().getFirst(), "loss"), 1e-6);
        Interval loss = ScenarioDecision.of(known, result).draws(() -> false).interval(0, "loss").orElseThrow();
        assertEquals(0.95, loss.level());
        assertEquals(4.760841, loss.low(), 0.02);
        assertEquals(5.617299, loss.high(), 0.02);
        StrategyResult refused = only(tunedOnCode(null));
        assertTrue(refused.measure("loss").isEmpty());
        assertTrue(refused.result().reasons().get("loss").text(Locale.ENGLISH)
                .contains("give the characters per token of the dataset code"));
        assertTrue(refused.result().reasons().get("loss").text(Locale.FRENCH)
                .contains("donnez les caractères par token du jeu de données code"));
    }

    private static StudyData tunedOnCode(Figure charactersPerToken) {
        LawData transfer = Catalog.law("hernandez-2021-text").law();
        ModelData model = new ModelData("text", null, null, figure("text.parameters", 1e8), null, null,
                figure("text.tokens", 1e12), null, List.of());
        DatasetData code = new DatasetData("code", null, null, null, null, charactersPerToken, null, null, null);
        StrategyData tuned = strategy("tuned", new UseModelData("text", null, null),
                new FineTuneData(new TrainingData(figure("tune.tokens", 2.5e5), "code", null, null, null, null, null,
                        null), Tuning.FULL, null, null, transfer.id(), null));
        ScenarioData scenario = new ScenarioData("s", null, null, null, LAW.id(), List.of(), null, null, null, null,
                null, null, null, null, null, null, null, null, List.of(tuned));
        return new StudyData("study", null, null, List.of(), List.of(model), List.of(code), List.of(), List.of(),
                List.of(), List.of(), List.of(LAW, transfer), List.of(scenario), List.of(), List.of());
    }

    /** Without a goal the least loss wins; with a goal that both reach, the cheaper one. */
    @Test
    void theBestDependsOnTheGoal() {
        List<StrategyData> both = List.of(strategy("plain", use(), serve(Payment.RENT)),
                strategy("tuned", use(), tune(Payment.RENT), serve(Payment.RENT)));
        ScenarioResult free = Evaluation.evaluate(study(null, YEAR, both, null), "s");
        assertEquals("tuned", free.best().orElseThrow().strategy().id());
        assertEquals(List.of("plain", "tuned"), free.pareto().front().stream().map(one -> one.strategy().id())
                .toList());
        ScenarioResult goal = Evaluation.evaluate(study(null, YEAR, both, figure("s.goal", 2.1)), "s");
        assertEquals("plain", goal.best().orElseThrow().strategy().id());
        ScenarioResult hard = Evaluation.evaluate(study(null, YEAR, both, figure("s.goal", 1.95)), "s");
        assertEquals("tuned", hard.best().orElseThrow().strategy().id());
    }

    /** Each input of the graph knows its place in the study, and its spread where the study gives one. */
    @Test
    void inputsKeepPlaceAndSpread() {
        Figure unsure = new Figure(0.4, 0.3, 0.5, 0.9, null, Status.ESTIMATED, null, null, "tune.mfu");
        FineTuneData step = new FineTuneData(new TrainingData(figure("tune.tokens", 1e8), null, "h100", null, null,
                figure("tune.devices", 16), unsure, Payment.RENT), Tuning.FULL, null, null, null, null);
        StrategyResult result = only(study(null, YEAR, List.of(strategy("one", use(), step)), null));
        Node utilisation = result.result().graph().nodes().stream()
                .filter(node -> node.isInput() && "tune.mfu".equals(node.origin().path())).findFirst().orElseThrow();
        assertEquals(new Spread(0.3, 0.5, 0.9, Spread.Shape.LOGNORMAL), utilisation.spread());
    }

    /** The keys of the answer are a contract; what is missing says why. */
    @Test
    void theAnswerOfTheCommand() {
        StudyData data = study(null, YEAR, List.of(strategy("one", use(), tune(Payment.RENT), serve(Payment.RENT))),
                null);
        Map<?, ?> scenario = (Map<?, ?>) ((List<?>) EvaluationJson
                .results(data, Evaluation.evaluate(data), Locale.ENGLISH).get("scenarios")).getFirst();
        Map<?, ?> strategy = (Map<?, ?>) ((List<?>) scenario.get("strategies")).getFirst();
        Map<?, ?> measures = (Map<?, ?>) strategy.get("measures");
        for (String key : Set.of("loss", "parameters", "tokens", "compute", "seconds", "devices",
                "memoryBytesPerDevice", "cost", "energyJoules", "co2Grams", "peakPowerWatts")) {
            assertTrue(measures.containsKey(key), key);
        }
        assertEquals(Set.of("oneOffUsd", "perMillionTokensUsd", "lifeUsd"), ((Map<?, ?>) measures.get("cost"))
                .keySet());
        StudyData lacking = study(null, YEAR, List.of(strategy("one", use(), new FineTuneData(
                new TrainingData(figure("tune.tokens", 1e8), null, null, null, null, null, null, null), Tuning.FULL,
                null, null, null, null))), null);
        StrategyResult result = only(lacking);
        assertFalse(result.result().reasons().get("seconds").text(Locale.FRENCH).isBlank());
        assertTrue(result.measure("seconds").isEmpty());
    }
}
