package org.isoflop.core.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.isoflop.analysis.architecture.Architecture;
import org.isoflop.analysis.cost.Price;
import org.isoflop.analysis.cost.PriceHistory;
import org.isoflop.analysis.energy.DevicePower;
import org.isoflop.analysis.hardware.Accelerator;
import org.isoflop.analysis.hardware.Precision;
import org.isoflop.analysis.serving.Deployment;
import org.isoflop.analysis.serving.Efficiency;
import org.isoflop.analysis.serving.Quantisation;
import org.isoflop.analysis.serving.Rates;
import org.isoflop.analysis.serving.ServingModel;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.Refusal;
import org.isoflop.core.evaluation.Hardware;
import org.isoflop.core.mapping.Figure;
import org.isoflop.core.mapping.StudyData.AcceleratorData;
import org.isoflop.core.mapping.StudyData.ModelData;
import org.isoflop.core.mapping.StudyData.PriceData;
import org.isoflop.core.mapping.StudyData.ScenarioData;
import org.isoflop.core.mapping.StudyData.SiteData;
import org.isoflop.core.mapping.StudyData.WorkloadData;

/**
 * A model on its accelerators, as the charts of serving draw it.
 *
 * @param id
 *            stable name in the plot
 * @param name
 *            its legend entry
 * @param model
 *            the deployment, ready to be asked
 * @param accelerator
 *            what it runs on
 * @param rates
 *            what a device costs and draws
 * @param colour
 *            its colour
 */
record Served(String id, String name, ServingModel model, AcceleratorData accelerator, Rates rates, int colour) {

    /** More curves than colours could not be told apart. */
    private static final int MOST = 8;
    private static final int FEW_MODELS = 4;
    private static final int FEW_ACCELERATORS = 2;
    private static final long PROMPT = 2048;
    private static final long ANSWER = 512;
    private static final long LONGEST = 100_000_000;

    /** What is asked of a served model. */
    record Request(long prompt, long answer) {

        double context() {
            return (double) prompt + answer;
        }
    }

    /** The prompts and answers of the scenario, or usual ones that are said to be assumed. */
    static Request request(Selection selection, Picture picture) {
        WorkloadData workload = selection.scenario().map(ScenarioData::workload).orElse(null);
        Double prompt = workload == null ? null : Figures.positive(workload.promptTokens());
        Double answer = workload == null ? null : Figures.positive(workload.answerTokens());
        Request request = new Request(prompt == null ? PROMPT : tokens(prompt),
                answer == null ? ANSWER : tokens(answer));
        picture.note(prompt == null || answer == null ? "chart.note.request.assumed" : "chart.note.request",
                request.prompt(), request.answer());
        return request;
    }

    private static long tokens(double value) {
        return Math.clamp(Math.round(value), 1, LONGEST);
    }

    /** The deployments of the models and accelerators of a chart, each on the fewest devices that hold it. */
    static List<Served> of(Selection selection, Picture picture, Request request) {
        List<ModelData> models = models(selection, picture);
        Map<AcceleratorData, Accelerator> chips = chips(selection, picture);
        int most = chips.size() < FEW_ACCELERATORS ? MOST : Math.max(FEW_MODELS, MOST / chips.size());
        List<ModelData> drawn = models.subList(0, Math.min(models.size(), most));
        int each = drawn.isEmpty() ? 0 : MOST / drawn.size();
        List<Served> served = new ArrayList<>();
        List<String> tooLarge = new ArrayList<>();
        for (ModelData model : drawn) {
            chips.entrySet().stream().limit(each).forEach(chip -> {
                selection.checkCancelled();
                String names = selection.text("chart.on", selection.name(model.name(), model.id()),
                        selection.name(chip.getKey().name(), chip.getKey().id()));
                try {
                    Deployment deployment = deployment(model.architecture().architecture(), chip.getValue(),
                            Hardware.usualPrecision(chip.getValue()), Quantisation.BF16, request);
                    ServingModel serving = new ServingModel(deployment);
                    if (serving.largestBatch(request.context()) < 1) {
                        tooLarge.add(names);
                    } else {
                        Rates rates = rates(selection, picture, chip.getKey());
                        // A request that the model cannot take is refused here, before any curve is drawn.
                        serving.point(1, request.prompt(), request.answer(), rates);
                        int colour = served.size();
                        served.add(new Served("served." + colour, name(selection, model, chip.getKey(), deployment),
                                serving, chip.getKey(), rates, colour));
                    }
                } catch (RuntimeException e) {
                    refused(selection, picture, names, e);
                }
            });
        }
        int left = models.size() * chips.size() - drawn.size() * Math.min(each, chips.size());
        if (left > 0) {
            picture.note("chart.note.choose", left);
        }
        picture.leftOut("chart.note.tooLarge", tooLarge);
        if (!served.isEmpty()) {
            picture.note("chart.note.serving");
        }
        return served;
    }

    private static void refused(Selection selection, Picture picture, String names, RuntimeException refusal) {
        if (!Refusal.isRefusal(refusal)) {
            throw refusal;
        }
        picture.note("chart.note.broken", names, Refusal.message(refusal, selection.locale()));
    }

    /** The models that can be served, those that are looked at alone if there are any. */
    private static List<ModelData> models(Selection selection, Picture picture) {
        List<ModelData> models = selection.lookedAtModels();
        List<String> lacking = models.stream()
                .filter(model -> model.architecture() == null || model.architecture().architecture() == null)
                .map(model -> selection.name(model.name(), model.id())).toList();
        picture.leftOut("chart.note.noArchitecture", lacking);
        return models.stream()
                .filter(model -> model.architecture() != null && model.architecture().architecture() != null).toList();
    }

    private static Map<AcceleratorData, Accelerator> chips(Selection selection, Picture picture) {
        Map<AcceleratorData, Accelerator> chips = new LinkedHashMap<>();
        List<String> lacking = new ArrayList<>();
        for (AcceleratorData data : selection.lookedAtAccelerators()) {
            try {
                chips.put(data, Hardware.accelerator(data));
            } catch (RuntimeException e) {
                if (!Refusal.isRefusal(e)) {
                    throw e;
                }
                lacking.add(selection.name(data.name(), data.id()));
            }
        }
        picture.leftOut("chart.note.noHardware", lacking);
        return chips;
    }

    static Deployment deployment(Architecture architecture, Accelerator accelerator, Precision precision,
            Quantisation quantisation, Request request) {
        return new Deployment(architecture, accelerator, 1, 1, precision, quantisation, Efficiency.USUAL, 0)
                .onFewestDevices(request.context());
    }

    private static String name(Selection selection, ModelData model, AcceleratorData accelerator,
            Deployment deployment) {
        String on = selection.name(accelerator.name(), accelerator.id());
        return deployment.devices() == 1
                ? selection.text("chart.on", selection.name(model.name(), model.id()), on)
                : selection.text("chart.onMany", selection.name(model.name(), model.id()), deployment.devices(), on);
    }

    /** The rent at the scenario's begin, or else the last one known, and the power at the scenario's site. */
    static Rates rates(Selection selection, Picture picture, AcceleratorData accelerator) {
        DevicePower power = Hardware.power(accelerator);
        return new Rates(rent(selection, accelerator).map(Price::usd).orElse(Double.NaN),
                power.isKnown() ? power.mean() : Double.NaN, pue(selection, picture));
    }

    static Optional<Price> rent(Selection selection, AcceleratorData accelerator) {
        return price(selection, accelerator, Price.Kind.RENT_ON_DEMAND);
    }

    /** The price at the start of the scenario, or else the last one. */
    static Optional<Price> price(Selection selection, AcceleratorData accelerator, Price.Kind kind) {
        PriceHistory history = Hardware.prices(accelerator);
        Optional<LocalDate> start = selection.scenario().flatMap(scenario -> Hardware.date(scenario.start()));
        return start.flatMap(day -> history.at(kind, day))
                .or(() -> history.prices().stream().filter(price -> price.kind() == kind)
                        .max(Comparator.comparing(Price::date)));
    }

    /** The date of a price as the study says it: a year alone stays a year. */
    static String date(AcceleratorData accelerator, Price price) {
        return accelerator.prices().stream()
                .filter(one -> Objects.equals(one.provider(), price.provider())
                        && Hardware.date(one.date()).equals(Optional.of(price.date())))
                .map(PriceData::date).findFirst().orElse(price.date().toString());
    }

    /** The PUE of the scenario's site; 1 where none is given. */
    static double pue(Selection selection, Picture picture) {
        Figure figure = selection.site().map(SiteData::pue).orElse(null);
        double pue = figure != null && figure.value() != null && figure.value() >= 1
                && Double.isFinite(figure.value()) ? figure.value() : 1;
        if (pue > 1) {
            picture.note("chart.note.pue", selection.show(pue, Unit.ONE));
        } else {
            picture.note("chart.note.noPue");
        }
        return pue;
    }
}
