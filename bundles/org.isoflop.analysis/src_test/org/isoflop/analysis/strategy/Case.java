package org.isoflop.analysis.strategy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.isoflop.analysis.architecture.Architecture;
import org.isoflop.analysis.graph.Origin;
import org.isoflop.analysis.hardware.Precision;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.Laws;

/** A strategy in its scenario, by names of what it says, so that a test says only that. */
final class Case {

    private final Map<String, Double> numbers = new HashMap<>();
    private final List<StepInputs> steps = new ArrayList<>();
    private Law law = Laws.ROUNDED;

    static Case of(Law law) {
        Case made = new Case();
        made.law = law;
        return made;
    }

    Case with(String name, double value) {
        numbers.put(name, value);
        return this;
    }

    Case without(String name) {
        numbers.remove(name);
        return this;
    }

    Case then(StepInputs step) {
        steps.add(step);
        return this;
    }

    Input get(String name) {
        return input(name, numbers.get(name));
    }

    static Input input(String name, Double value) {
        return value == null ? null : new Input(value, new Origin("study." + name, "a source", "published"));
    }

    StrategyInputs inputs() {
        return new StrategyInputs(law, steps,
                new LimitInputs(get("moneyBudget"), get("computeBudget"), get("deadline"), get("uniqueTokens"),
                        get("lossGoal"), get("deviceLimit"), get("powerLimit"), get("energyLimit"),
                        get("carbonLimit")),
                new SiteInputs(get("sitePowerLimit"), get("pue"), get("intensity"), get("marketIntensity"),
                        get("electricityPrice"), get("waterOnSite"), get("waterOffSite"), get("staffShare"),
                        get("extras")),
                new WorkloadInputs(get("promptTokens"), get("answerTokens"), get("tokensPerDay"), get("life"),
                        get("firstTokenLimit"), get("tokenLimit")),
                Map.of());
    }

    StrategyOutcome evaluate() {
        return Strategies.evaluate(inputs());
    }

    /** An accelerator: what is given of peak, memory, bandwidth, link, power and so on. */
    static DeviceInputs device(String id, Map<String, Double> given) {
        return device(id, given, null);
    }

    static DeviceInputs device(String id, Map<String, Double> given, ClusterInputs cluster) {
        return new DeviceInputs(id, Precision.BF16, of(id, given, "peak"), of(id, given, "memory"),
                of(id, given, "bandwidth"), of(id, given, "link"), of(id, given, "power"),
                of(id, given, "measuredPower"), of(id, given, "serverRatio"), of(id, given, "load"),
                of(id, given, "embodied"), of(id, given, "lifetime"), of(id, given, "purchasePrice"),
                of(id, given, "rentRate"), of(id, given, "yearsBefore"), cluster);
    }

    private static Input of(String id, Map<String, Double> given, String name) {
        return input(id + "." + name, given.get(name));
    }

    static TrainingInputs training(Double tokens, DeviceInputs device, Double devices, Double utilisation,
            Payment payment) {
        return new TrainingInputs(input("step.tokens", tokens), null, device, input("step.devices", devices),
                input("step.utilisation", utilisation), payment);
    }

    static PretrainInputs pretrain(TrainingInputs training, Double parameters, Double compute, Aim aim) {
        return new PretrainInputs(training, null, input("step.parameters", parameters),
                input("step.compute", compute), null, aim, null, null, null, Map.of());
    }

    static ModelInputs model(String id, Architecture architecture) {
        return new ModelInputs(id, architecture, null, null, null, null);
    }

    static ModelInputs model(String id, double parameters, double tokens) {
        return new ModelInputs(id, null, input(id + ".parameters", parameters), null,
                input(id + ".tokens", tokens), null);
    }

    static UseModelInputs use(ModelInputs model) {
        return new UseModelInputs(model, null, null);
    }

    static FineTuneInputs tune(TrainingInputs training, Tuning method, Integer rank) {
        return new FineTuneInputs(training, method, rank, null, null, null);
    }

    static ServeInputs serve(DeviceInputs device, Double batch, Payment payment) {
        return new ServeInputs(device, null, null, input("serve.batch", batch), null, null, null, null, null, null,
                null, null, payment);
    }
}
