package org.isoflop.analysis.strategy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.architecture.Architecture;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.graph.Origin;
import org.isoflop.analysis.hardware.Accelerator;
import org.isoflop.analysis.hardware.Cluster;
import org.isoflop.analysis.hardware.Precision;
import org.isoflop.analysis.training.LayoutChoice;
import org.isoflop.analysis.training.Plan;
import org.isoflop.analysis.training.Recipe;
import org.isoflop.analysis.training.TrainingJob;
import org.isoflop.analysis.training.TrainingNodes;
import org.isoflop.analysis.training.TrainingSetup;
import org.isoflop.analysis.unit.Amount;
import org.isoflop.analysis.unit.Unit;

/**
 * The memory of training all parameters, by the cheapest parallel layout that fits. Searches are kept, so that a study
 * that is evaluated again and again searches once.
 */
final class LayoutMemory {

    private static final int MOST_DEVICES = 1_000_000;
    private static final int KEPT = 256;

    private static final Map<Question, Answer> ANSWERS = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Answer> eldest) {
            return size() > KEPT;
        }
    };

    /** What is searched. */
    private record Question(TrainingSetup setup, Architecture architecture, Cluster cluster, Precision precision,
            boolean smallest) {
    }

    /** What was found, or why there is nothing. */
    private record Answer(LayoutChoice choice, Sentence refusal) {
    }

    private LayoutMemory() {
    }

    /** Adds the memory of a step that trains a whole model. */
    static void add(Chain chain, Scope scope, Machines machines, Architecture architecture) {
        Accelerator accelerator = accelerator(machines.device());
        if (accelerator == null) {
            chain.ledger().missing("memoryBytesPerDevice", Sentence.of("reason.memory"));
            return;
        }
        boolean smallest = machines.devices() == null;
        int devices = smallest ? LayoutChoice.MOST
                : (int) Math.min(Math.max(machines.devices().value(), 1), MOST_DEVICES);
        TrainingSetup setup = machines.setup();
        Question question = new Question(setup, architecture,
                cluster(accelerator, devices, machines.device().cluster()), machines.device().precision(), smallest);
        Answer answer = answer(question);
        if (answer.refusal() != null) {
            chain.ledger().missing("memoryBytesPerDevice", answer.refusal());
            return;
        }
        Plan plan = answer.choice().plan();
        TrainingJob job = answer.choice().model().job();
        Recipe recipe = setup.recipe();
        chain.cite(recipe.source(), answer.choice().fits() ? "assumption.layout" : "assumption.leanest",
                plan.layout().devices(), plan.layout(), job.context(), job.globalBatch(), recipe,
                recipe.bytes().total(), new Amount(job.reserve(), Unit.BYTES), job.fragmentation());
        unverified(chain, recipe);
        Node memory = TrainingNodes.memory(scope.graph().within("layout", ""), answer.choice().model(), plan.layout(),
                origins(setup));
        chain.layout(new ChosenLayout(plan.layout(), recipe, job.context(), job.globalBatch(),
                answer.choice().fits(), memory.value()));
        chain.ledger().add("memoryBytesPerDevice", memory);
        chain.limit("memory", memory, accelerator.memoryBytes());
    }

    static void unverified(Chain chain, Recipe recipe) {
        if (!recipe.verified()) {
            chain.cite(recipe.source(), "assumption.recipe.unverified", recipe);
        }
    }

    /** What is taken for granted, with its source. */
    private static Map<String, Origin> origins(TrainingSetup setup) {
        Map<String, Origin> origins = new HashMap<>();
        Origin recipe = new Origin(null, setup.recipe().source(), "assumed");
        for (String part : new String[] {"weights", "gradients", "optimizer"}) {
            origins.put("bytes." + part, recipe);
        }
        origins.put("memory.reserve", new Origin(null, null, "assumed"));
        origins.put("fragmentation", new Origin(null, null, "assumed"));
        return origins;
    }

    static Accelerator accelerator(DeviceInputs device) {
        if (device.memory() == null || device.bandwidth() == null || device.peak() == null) {
            return null;
        }
        return new Accelerator(device.id(), device.memory().value(), device.bandwidth().value(),
                Map.of(device.precision(), device.peak().value()),
                device.link() == null ? 0 : device.link().value() / 2,
                device.power() == null ? 0 : device.power().value());
    }

    private static Cluster cluster(Accelerator accelerator, int devices, ClusterInputs cluster) {
        return cluster == null ? Cluster.of(accelerator, devices, null, null, null)
                : Cluster.of(accelerator, devices, cluster.devicesPerNode(), value(cluster.network()),
                        value(cluster.latency()));
    }

    private static Double value(Input input) {
        return input == null ? null : input.value();
    }

    private static Answer answer(Question question) {
        synchronized (ANSWERS) {
            return ANSWERS.computeIfAbsent(question, LayoutMemory::search);
        }
    }

    private static Answer search(Question asked) {
        try {
            return new Answer(asked.smallest()
                    ? LayoutChoice.smallest(asked.setup(), asked.architecture(), asked.cluster(), asked.precision())
                    : LayoutChoice.on(asked.setup(), asked.architecture(), asked.cluster(), asked.precision()), null);
        } catch (DomainException e) {
            return new Answer(null, e.sentence());
        }
    }
}
