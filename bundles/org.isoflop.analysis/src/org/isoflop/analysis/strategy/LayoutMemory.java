package org.isoflop.analysis.strategy;

import java.util.LinkedHashMap;
import java.util.Map;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.architecture.Architecture;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.hardware.Accelerator;
import org.isoflop.analysis.hardware.Cluster;
import org.isoflop.analysis.hardware.Precision;
import org.isoflop.analysis.training.LayoutModel;
import org.isoflop.analysis.training.LayoutSearch;
import org.isoflop.analysis.training.Plan;
import org.isoflop.analysis.training.Recipe;
import org.isoflop.analysis.training.SearchResult;
import org.isoflop.analysis.training.TrainingJob;
import org.isoflop.analysis.training.TrainingNodes;

/**
 * The memory of training all parameters, by the cheapest parallel layout that fits. Searches are kept, so that a study
 * that is evaluated again and again searches once.
 */
final class LayoutMemory {

    static final long CONTEXT = 4096;
    static final Recipe RECIPE = Recipe.MIXED_32;
    private static final long STEP_TOKENS = 4_194_304;
    private static final double EFFICIENCY = 0.6;
    private static final int NODE = 8;
    private static final int MOST_DEVICES = 1_000_000;
    private static final int SMALLEST = 4096;
    private static final int KEPT = 256;

    private static final Map<Question, Answer> ANSWERS = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Answer> eldest) {
            return size() > KEPT;
        }
    };

    /** What is searched. */
    private record Question(TrainingJob job, Cluster cluster, Precision precision, boolean smallest) {
    }

    /** What was found: a plan with the model of its cluster, or why there is none. */
    private record Answer(LayoutModel model, Plan plan, boolean fits, Sentence refusal) {
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
        int devices = smallest ? SMALLEST : (int) Math.min(Math.max(machines.devices().value(), 1), MOST_DEVICES);
        ClusterInputs cluster = machines.device().cluster();
        long context = context(architecture);
        Question question = new Question(
                new TrainingJob(architecture, context, sequences(context, smallest ? 1 : devices), RECIPE.bytes(),
                        false, true, 0, 0),
                cluster(accelerator, devices, cluster), machines.device().precision(), smallest);
        Answer answer = answer(question);
        if (answer.refusal() != null) {
            chain.ledger().missing("memoryBytesPerDevice", answer.refusal());
            return;
        }
        long used = answer.plan().layout().devices();
        chain.cite(RECIPE.source(), "assumption.layout", used, context, question.job().globalBatch());
        Node memory = TrainingNodes.memory(scope.graph().within("layout", ""), answer.model(), answer.plan().layout(),
                Map.of());
        chain.ledger().add("memoryBytesPerDevice", memory);
        chain.limit("memory", memory, accelerator.memoryBytes());
    }

    /** The tokens of a sequence: what the model was made for, but no more than is usual in pretraining. */
    static long context(Architecture architecture) {
        return architecture.context() == 0 ? CONTEXT : Math.min(architecture.context(), CONTEXT);
    }

    /** About four million tokens a step, in a number of sequences that the devices divide. */
    private static long sequences(long context, long devices) {
        return Math.max(1, Math.ceilDiv(STEP_TOKENS / context, devices)) * devices;
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
        int node = cluster == null || cluster.devicesPerNode() == null ? NODE : cluster.devicesPerNode();
        double network = cluster == null || cluster.network() == null
                ? accelerator.linkBandwidth()
                : cluster.network().value();
        double latency = cluster == null || cluster.latency() == null ? 0 : cluster.latency().value();
        return new Cluster(accelerator, devices, node, network, latency);
    }

    private static Answer answer(Question question) {
        synchronized (ANSWERS) {
            return ANSWERS.computeIfAbsent(question, LayoutMemory::search);
        }
    }

    private static Answer search(Question question) {
        try {
            SearchResult found = question.smallest()
                    ? LayoutSearch.smallest(question.job(), question.cluster(), question.precision(), EFFICIENCY)
                    : LayoutSearch.search(question.job(), question.cluster(), question.precision(), EFFICIENCY);
            Plan plan = found.fits() ? found.best() : found.leanest();
            LayoutModel model = new LayoutModel(question.job(),
                    question.cluster().with((int) plan.layout().devices()), question.precision(), EFFICIENCY);
            return new Answer(model, plan, found.fits(), null);
        } catch (DomainException e) {
            return new Answer(null, null, false, e.sentence());
        }
    }
}
