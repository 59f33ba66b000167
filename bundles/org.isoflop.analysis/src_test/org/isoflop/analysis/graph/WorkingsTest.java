package org.isoflop.analysis.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.isoflop.analysis.Localised;
import org.isoflop.analysis.cost.CostNodes;
import org.isoflop.analysis.energy.Accounting;
import org.isoflop.analysis.energy.EnergyNodes;
import org.isoflop.analysis.expression.Expression;
import org.isoflop.analysis.facts.Architectures;
import org.isoflop.analysis.facts.Facts;
import org.isoflop.analysis.hardware.Cluster;
import org.isoflop.analysis.hardware.Precision;
import org.isoflop.analysis.serving.Deployment;
import org.isoflop.analysis.serving.Efficiency;
import org.isoflop.analysis.serving.Quantisation;
import org.isoflop.analysis.serving.Rates;
import org.isoflop.analysis.serving.ServingModel;
import org.isoflop.analysis.serving.ServingNodes;
import org.isoflop.analysis.serving.ServingPoint;
import org.isoflop.analysis.training.Layout;
import org.isoflop.analysis.training.LayoutModel;
import org.isoflop.analysis.training.Recipe;
import org.isoflop.analysis.training.Recomputation;
import org.isoflop.analysis.training.TrainingJob;
import org.isoflop.analysis.training.TrainingNodes;
import org.isoflop.analysis.training.ZeroStage;
import org.isoflop.analysis.unit.Unit;
import org.junit.jupiter.api.Test;

/** The printed working of memory, serving, energy and money gives the printed result. */
class WorkingsTest {

    private static void check(Graph graph) {
        for (Node node : graph.nodes()) {
            assertFalse(node.label().text(Locale.ENGLISH).isEmpty());
            assertFalse(node.label().text(Locale.FRENCH).isEmpty());
            Working working = graph.working(node.id());
            if (working.numbers() != null) {
                double printed = Expression.parse(working.numbers()).evaluate(name -> Double.NaN);
                assertEquals(node.value(), printed, 1e-9 * Math.abs(node.value()), node.id());
            } else {
                assertTrue(node.isInput() && working.origin() != null || working.condition() != null, node.id());
            }
        }
    }

    private static Node input(Graph.Builder graph, String id, String symbol, Unit unit, double value) {
        return graph.input(id, Localised.verbatim(id), symbol, unit, value,
                new Origin("test." + id, "test", "assumed"));
    }

    /**
     * Llama 3.1 405B from its hours: 21,588 MWh at TDP without the site, and what rent, loss in value and staff are.
     */
    @Test
    void aRunIsShownDownToItsInputs() {
        Graph.Builder graph = new Graph.Builder();
        Node hours = input(graph, "deviceHours", "h", Unit.DEVICE_HOURS, 30.84e6);
        Node power = input(graph, "power", "W", Unit.WATTS, 700);
        Node load = input(graph, "load", "u", Unit.ONE, 1);
        Node host = input(graph, "hostPower", "W_h", Unit.WATTS, 0);
        Node pue = input(graph, "pue", "PUE", Unit.ONE, 1);
        Node mean = EnergyNodes.meanPower(graph, power, load, host);
        Node energy = EnergyNodes.energy(graph, hours, mean, pue);
        Node site = EnergyNodes.sitePower(graph, input(graph, "devices", "n", Unit.DEVICES, 16_384), mean, pue);
        EnergyNodes.devicesUnder(graph, input(graph, "powerLimit", "W_max", Unit.WATTS, 10e6), mean, pue);
        EnergyNodes.carbon(graph, energy, input(graph, "location", "i_l", Unit.GRAMS_PER_KILOWATT_HOUR, 413.66),
                Accounting.LOCATION_BASED);
        EnergyNodes.carbon(graph, energy, input(graph, "market", "i_m", Unit.GRAMS_PER_KILOWATT_HOUR, 0),
                Accounting.MARKET_BASED);
        EnergyNodes.embodied(graph, input(graph, "embodied", "g_d", Unit.GRAMS, 876e3), hours,
                input(graph, "lifetime", "h_l", Unit.HOURS, 3 * 8766));
        EnergyNodes.water(graph, energy, pue, input(graph, "onSite", "v_1", Unit.LITRES_PER_KILOWATT_HOUR, 0.5),
                input(graph, "offSite", "v_2", Unit.LITRES_PER_KILOWATT_HOUR, 3));
        Node onDemand = input(graph, "rentRate", "r", Unit.USD_PER_HOUR, 2.95);
        CostNodes.rent(graph, hours, onDemand, input(graph, "rentExtras", "x", Unit.ONE, 0.3));
        Node owned = CostNodes.owned(graph, input(graph, "price", "p", Unit.USD, 31_250),
                input(graph, "yearsBefore", "y", Unit.ONE, 0.5), input(graph, "overhead", "o", Unit.ONE, 1.64));
        Node hardware = CostNodes.hardware(graph, hours, owned);
        Node electricity = CostNodes.electricity(graph, energy,
                input(graph, "tariff", "e", Unit.USD_PER_KILOWATT_HOUR, 0.0771));
        Node other = CostNodes.total(graph, "cost.machines", "K_x", List.of(hardware, electricity));
        Node staff = CostNodes.staff(graph, other, input(graph, "staffShare", "f", Unit.ONE, 0.3));
        Node total = CostNodes.total(graph, "cost", "K", List.of(hardware, electricity, staff));
        Graph built = graph.build();
        check(built);
        assertEquals(21_588 * 3.6e9, built.value("energy"), 1e-9 * 21_588 * 3.6e9);
        assertEquals(8930e6, built.value("carbon.location"), 1e6);
        assertEquals(0, built.value("carbon.market"));
        assertEquals(14_285, built.value("devicesUnderLimit"));
        assertEquals(16_384 * 700.0, site.value());
        assertEquals(0.3, staff.value() / total.value(), 1e-12);
        Batch doubled = built.evaluate(Map.of("price", new double[] {31_250, 62_500}));
        double[] values = doubled.values("cost.hardware");
        assertEquals(2 * values[0], values[1], 1e-6 * values[1]);
    }

    @Test
    void memoryOfALayoutIsShownDownToItsInputs() {
        Cluster cluster = new Cluster(Facts.accelerator("H100 SXM5 80GB"), 64, 8, 50e9, 8e-6);
        TrainingJob job = new TrainingJob(Architectures.llama2With70b(), 4096, 128, Recipe.MIXED_32.bytes(), false,
                true,
                1e9, 0.05);
        LayoutModel model = new LayoutModel(job, cluster, Precision.BF16, 0.6);
        for (ZeroStage zero : ZeroStage.values()) {
            Layout layout = new Layout(8, 1, 8, 1, 1, true, zero, Recomputation.FULL);
            Graph.Builder graph = new Graph.Builder();
            Node devices = input(graph, "devices", "n", Unit.DEVICES, 64);
            Node seconds = input(graph, "seconds", "T", Unit.SECONDS, 1e6);
            Node memory = TrainingNodes.memory(graph, model, layout, Map.of());
            Node goodput = TrainingNodes.goodput(graph, devices, input(graph, "m", "M", Unit.SECONDS, 1.8e8),
                    input(graph, "c", "delta", Unit.SECONDS, 60), input(graph, "r", "R", Unit.SECONDS, 600),
                    input(graph, "i", "tau", Unit.SECONDS, 3600));
            TrainingNodes.withRestarts(graph, seconds, goodput);
            Graph built = graph.build();
            check(built);
            assertEquals(model.memory(layout).total(), memory.value(), 1e-9 * memory.value());
            assertEquals(model.memory(layout).states().optimizer(), built.value("memory.optimizer"), 1);
            assertTrue(built.value("secondsWithRestarts") > 1e6);
        }
    }

    @Test
    void servingIsShownDownToItsInputs() {
        Deployment deployment = new Deployment(Architectures.llama2With70b(), Facts.accelerator("H100 SXM5 80GB"), 4, 2,
                Precision.BF16, Quantisation.W4, Efficiency.USUAL, 8e-6);
        ServingModel model = new ServingModel(deployment);
        Rates rates = new Rates(2.95, 900, 1.2);
        ServingPoint point = model.point(16, 1000, 200, rates);
        Graph.Builder builder = new Graph.Builder();
        ServingNodes.add(builder, model, 16, 1000, 200, rates, Map.of("rentRate", new Origin("h100.rent", "RunPod",
                "published")));
        Graph graph = builder.build();
        check(graph);
        assertEquals(point.tokensPerSecond(), graph.value("tokensPerSecond"), 1e-9 * point.tokensPerSecond());
        assertEquals(point.tokensPerSecondPerUser(), graph.value("tokensPerSecondPerUser"), 1e-9);
        assertEquals(point.memoryBytes(), graph.value("memory.serving"), 1e-9 * point.memoryBytes());
        assertEquals(point.usdPerMillion(), graph.value("usdPerMillion"), 1e-9);
        assertEquals(point.joulesPerMillion(), graph.value("joulesPerMillion"), 1e-9 * point.joulesPerMillion());
        assertEquals(point.answerSeconds(), graph.value("answerSeconds"), 1e-9);
        assertEquals("h100.rent", graph.node("rentRate").origin().path());
    }

    @Test
    void whatIsUnknownHasNoNode() {
        ServingModel model = new ServingModel(Deployment.single(Architectures.llama7b(),
                Facts.accelerator("TPU v5p"), Efficiency.USUAL));
        Graph.Builder builder = new Graph.Builder();
        ServingNodes.add(builder, model, 4, 512, 128, Rates.UNKNOWN, Map.of());
        Graph graph = builder.build();
        check(graph);
        assertFalse(graph.has("usdPerMillion") || graph.has("joulesPerMillion"));
        assertTrue(graph.has("tokensPerSecond"));
    }

    /** The batch may be varied in the graph: experts, stages and prompts follow. */
    @Test
    void theBatchCanBeSwept() {
        Deployment deployment = new Deployment(Architectures.deepSeek(), Facts.accelerator("H200 SXM 141GB"), 8, 2,
                Precision.FP8, Quantisation.W8_KV8, Efficiency.USUAL, 8e-6);
        ServingModel model = new ServingModel(deployment);
        Rates rates = new Rates(3.59, 1200, 1.1);
        Graph.Builder builder = new Graph.Builder();
        ServingNodes.add(builder, model, 1, 2000, 500, rates, Map.of());
        Graph graph = builder.build();
        check(graph);
        double[] batches = {1, 2, 3, 16, 100, 1000};
        Batch sweep = graph.evaluate(Map.of("batch", batches));
        for (int i = 0; i < batches.length; i++) {
            ServingPoint point = model.point(batches[i], 2000, 500, rates);
            assertEquals(point.tokensPerSecond(), sweep.values("tokensPerSecond")[i], 1e-9 * point.tokensPerSecond());
            assertEquals(point.usdPerMillion(), sweep.values("usdPerMillion")[i], 1e-9 * point.usdPerMillion());
            assertEquals(point.answerSeconds(), sweep.values("answerSeconds")[i], 1e-9 * point.answerSeconds());
            assertEquals(point.memoryBytes(), sweep.values("memory.serving")[i], 1e-9 * point.memoryBytes());
        }
    }
}
