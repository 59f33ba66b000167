package org.isoflop.core.chart;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.law.ComputeCount;
import org.isoflop.analysis.law.Counting;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.LawForm;
import org.isoflop.analysis.law.ParameterCount;
import org.isoflop.analysis.law.Range;
import org.isoflop.analysis.law.Variable;
import org.isoflop.core.mapping.Figure;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyData.ChartData;
import org.isoflop.core.mapping.StudyData.LawData;
import org.isoflop.core.mapping.StudyData.ModelData;
import org.isoflop.core.mapping.StudyData.ObservedLossData;
import org.isoflop.core.mapping.StudyData.PretrainData;
import org.isoflop.core.mapping.StudyData.ScenarioData;
import org.isoflop.core.mapping.StudyData.StrategyData;
import org.isoflop.model.Text;

/** Studies as nobody would write them: numbers of any size, laws of any form, ids that are missing or shared. */
final class RandomStudies {

    private static final double[] ODD = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, -1,
        Double.MIN_VALUE, Double.MAX_VALUE, 1e-300, 1e300, 1};

    private final SplittableRandom random;

    RandomStudies(long seed) {
        random = new SplittableRandom(seed);
    }

    StudyData next() {
        int count = switch (random.nextInt(8)) {
            case 0 -> 0;
            case 1 -> 1;
            case 2 -> 200;
            default -> random.nextInt(2, 6);
        };
        List<LawData> laws = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            laws.add(law(i));
        }
        List<ModelData> models = new ArrayList<>();
        for (int i = 0; i < random.nextInt(6); i++) {
            models.add(new ModelData(id("model", i), name("Model"), null, figure(), figure(), null, figure(), figure(),
                    List.of(new ObservedLossData("corpus", figure()))));
        }
        List<ScenarioData> scenarios = new ArrayList<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            PretrainData step = PretrainData.of(figure(), figure(), figure(), null, null, null, figure(), figure(),
                    figure(), null);
            scenarios.add(new ScenarioData(id("scenario", i), name("Scenario"), null, null,
                    laws.isEmpty() ? null : laws.getFirst().id(), figure(), figure(), figure(), figure(),
                    List.of(new StrategyData("strategy", name("Strategy"), null, List.of(step)))));
        }
        List<ChartData> charts = new ArrayList<>();
        for (String view : Charts.views()) {
            if (random.nextInt(3) == 0) {
                List<Double> budgets = new ArrayList<>();
                for (int i = 0; i < random.nextInt(5); i++) {
                    budgets.add(number());
                }
                charts.add(new ChartData(id("chart", charts.size()), name("Chart"), name("What"), view, List.of(),
                        List.of(), budgets));
            }
        }
        return new StudyData("study", null, null, List.of(), models, List.of(), List.of(), laws, scenarios, charts);
    }

    Focus focus(StudyData data) {
        return new Focus(data.laws().stream().map(LawData::id).filter(this::sometimes).toList(),
                data.models().stream().map(ModelData::id).filter(this::sometimes).toList(),
                data.scenarios().stream().map(ScenarioData::id).filter(this::sometimes).findFirst().orElse(null),
                data.charts().stream().map(ChartData::id).filter(this::sometimes).findFirst().orElse(null));
    }

    private boolean sometimes(String id) {
        return id != null && random.nextInt(4) == 0;
    }

    private LawData law(int index) {
        LawForm form = LawForm.all().get(random.nextInt(LawForm.all().size()));
        Map<String, Double> constants = new LinkedHashMap<>();
        for (String symbol : form.constants()) {
            constants.put(symbol, random.nextInt(3) == 0 ? number() : Math.pow(10, random.nextDouble(-2, 3)));
        }
        Map<Variable, Range> ranges = new EnumMap<>(Variable.class);
        for (Variable variable : Variable.values()) {
            if (random.nextBoolean()) {
                double low = Math.pow(10, random.nextDouble(-300, 300));
                ranges.put(variable, new Range(low, low * Math.pow(10, random.nextDouble(0, 8))));
            }
        }
        Law law = null;
        RuntimeException problem = null;
        try {
            law = new Law("law-" + index, form, constants, new Counting(
                    ParameterCount.values()[random.nextInt(ParameterCount.values().length)], ComputeCount.SIX_ND),
                    ranges, "corpus");
        } catch (DomainException e) {
            problem = e;
        }
        return new LawData(id("law", index), name("Law"), null, form.id(), List.of(), List.of(), null, null,
                random.nextBoolean() ? "corpus" : null, null, null, law, problem);
    }

    private String id(String kind, int index) {
        return switch (random.nextInt(8)) {
            case 0 -> null;
            case 1 -> kind;
            default -> kind + "-" + index;
        };
    }

    private Text name(String name) {
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> Text.of("");
            default -> Text.of(name + " " + random.nextInt(5));
        };
    }

    private Figure figure() {
        return switch (random.nextInt(6)) {
            case 0 -> null;
            case 1 -> new Figure(null, 1.0, 2.0, null, null, null, null, null, "x.y");
            default -> new Figure(number(), null, null, null, null, null, null, null, "x.y");
        };
    }

    private double number() {
        return random.nextInt(4) == 0 ? ODD[random.nextInt(ODD.length)] : Math.pow(10, random.nextDouble(-5, 27));
    }
}
