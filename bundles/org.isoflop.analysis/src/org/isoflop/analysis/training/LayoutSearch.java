package org.isoflop.analysis.training;

import java.util.ArrayList;
import java.util.List;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.architecture.ParameterCounts;
import org.isoflop.analysis.hardware.Cluster;
import org.isoflop.analysis.hardware.Precision;

/**
 * Tries every layout that {@link LayoutModel#valid} accepts for all devices of a cluster: every way of writing their
 * number as t·p·d, every micro-batch, every interleaving, with and without sequence parallelism, all stages of ZeRO,
 * all kinds of recomputation. Nothing is left out, so the answer is the best by this model of memory and time; layouts
 * of equal time are told apart by memory.
 */
public final class LayoutSearch {

    private static final Recomputation[] RECOMPUTATIONS = Recomputation.values();
    private static final ZeroStage[] STAGES = ZeroStage.values();

    private final LayoutModel model;
    private final TrainingJob job;
    private final int devices;
    private final double memory;

    private long examined;
    private long fitting;
    private double bestSeconds = Double.POSITIVE_INFINITY;
    private double bestBytes = Double.POSITIVE_INFINITY;
    private final Choice best = new Choice();
    private double leanestBytes = Double.POSITIVE_INFINITY;
    private double leanestSeconds = Double.POSITIVE_INFINITY;
    private final Choice leanest = new Choice();

    /** The layout that leads so far, as plain numbers: most leaders are overtaken before anybody asks for them. */
    private static final class Choice {

        private int tensor;
        private int pipeline;
        private int data;
        private int interleave;
        private int microBatch;
        private boolean sequence;
        private ZeroStage zero;
        private Recomputation recomputation;

        void take(int t, int p, int d, int v, int b, boolean shared, ZeroStage stage, Recomputation again) {
            tensor = t;
            pipeline = p;
            data = d;
            interleave = v;
            microBatch = b;
            sequence = shared;
            zero = stage;
            recomputation = again;
        }

        boolean isTaken() {
            return zero != null;
        }

        Layout layout() {
            return new Layout(tensor, pipeline, data, interleave, microBatch, sequence, zero, recomputation);
        }
    }

    private LayoutSearch(LayoutModel model) {
        this.model = model;
        job = model.job();
        devices = model.cluster().devices();
        memory = model.cluster().accelerator().memoryBytes();
    }

    /**
     * Searches the layouts of a job on all devices of a cluster.
     *
     * @param job what is trained
     * @param cluster the cluster; all its devices are used
     * @param precision the format that is computed in
     * @param efficiency share of the peak that matrix products reach, above 0 and at most 1
     * @return what was found
     * @throws DomainException if no layout divides devices and batch, or a number is outside its domain
     */
    public static SearchResult search(TrainingJob job, Cluster cluster, Precision precision, double efficiency) {
        return new LayoutSearch(new LayoutModel(job, cluster, precision, efficiency)).run();
    }

    /**
     * The least number of accelerators on which some layout fits.
     *
     * @param job what is trained
     * @param cluster the accelerators; its number of devices is the most that is tried
     * @param precision the format that is computed in
     * @param efficiency share of the peak that matrix products reach
     * @return the plan on that cluster, or on the cluster as given a result without a plan
     * @throws DomainException if a number is outside its domain
     */
    public static SearchResult smallest(TrainingJob job, Cluster cluster, Precision precision, double efficiency) {
        long tried = 0;
        SearchResult last = null;
        for (int count : counts(job, cluster)) {
            LayoutSearch search = new LayoutSearch(
                    new LayoutModel(job, cluster.with(count), precision, efficiency));
            search.all();
            tried += search.examined;
            if (!search.leanest.isTaken()) {
                continue;
            }
            SearchResult result = search.result();
            last = new SearchResult(tried, result.fitting(), result.best(), result.leanest());
            if (last.fits()) {
                return last;
            }
        }
        if (last == null) {
            throw new DomainException(Sentence.of("training.noLayout", cluster.devices(), job.globalBatch()));
        }
        return last;
    }

    /**
     * All counts within a node, whole nodes beyond; not those whose memory, all together, is less than the states of
     * the model, except the last one, which says how much is missing.
     */
    private static List<Integer> counts(TrainingJob job, Cluster cluster) {
        double least = ParameterCounts.of(job.architecture()).total() * job.states().total()
                / cluster.accelerator().memoryBytes();
        int node = cluster.devicesPerNode();
        List<Integer> counts = new ArrayList<>();
        for (int count = 1; count <= Math.min(node, cluster.devices()); count++) {
            counts.add(count);
        }
        long first = Math.max(2, (long) Math.ceil(Math.min(least, Integer.MAX_VALUE) / node));
        for (long count = first * node; count <= cluster.devices(); count += node) {
            counts.add((int) count);
        }
        counts.removeIf(count -> count < least && count < cluster.devices());
        if (counts.isEmpty()) {
            counts.add(cluster.devices());
        }
        return counts;
    }

    private SearchResult run() {
        all();
        if (!leanest.isTaken()) {
            throw new DomainException(Sentence.of("training.noLayout", devices, job.globalBatch()));
        }
        return result();
    }

    private SearchResult result() {
        return new SearchResult(examined, fitting, best.isTaken() ? model.plan(best.layout()) : null,
                model.plan(leanest.layout()));
    }

    private void all() {
        int most = Math.min(model.cluster().devicesPerNode(), devices);
        for (int tensor = 1; tensor <= most; tensor++) {
            if (devices % tensor == 0 && model.divides(tensor)) {
                pipelines(tensor);
            }
        }
    }

    private void pipelines(int tensor) {
        int shared = devices / tensor;
        for (int pipeline = 1; pipeline <= Math.min(shared, model.layers()); pipeline++) {
            int data = shared / pipeline;
            if (shared % pipeline == 0 && job.globalBatch() % data == 0
                    && model.linked(tensor, (long) tensor * pipeline, devices)) {
                microBatches(tensor, pipeline, data, (int) (job.globalBatch() / data));
            }
        }
    }

    /** All divisors of a copy's share of the batch, in pairs. */
    private void microBatches(int tensor, int pipeline, int data, int local) {
        for (int divisor = 1; (long) divisor * divisor <= local; divisor++) {
            if (local % divisor == 0) {
                int other = local / divisor;
                interleavings(tensor, pipeline, data, divisor, other);
                if (other != divisor) {
                    interleavings(tensor, pipeline, data, other, divisor);
                }
            }
        }
    }

    private void interleavings(int tensor, int pipeline, int data, int microBatch, long micro) {
        options(1, tensor, pipeline, data, microBatch);
        if (pipeline > 1 && model.layers() % pipeline == 0 && micro % pipeline == 0) {
            long stage = model.layers() / pipeline;
            for (int interleave = 2; interleave <= stage; interleave++) {
                if (stage % interleave == 0) {
                    options(interleave, tensor, pipeline, data, microBatch);
                }
            }
        }
    }

    private void options(int interleave, int tensor, int pipeline, int data, int microBatch) {
        int stages = data == 1 ? 1 : pipeline > 1 ? 2 : STAGES.length;
        for (int zero = 0; zero < stages; zero++) {
            for (Recomputation recomputation : RECOMPUTATIONS) {
                double seconds = model.seconds(interleave, tensor, pipeline, data, microBatch, STAGES[zero],
                        recomputation);
                for (int sequence = 0; sequence < (tensor > 1 ? 2 : 1); sequence++) {
                    double bytes = model.bytes(interleave, tensor, pipeline, data, microBatch, sequence == 1,
                            STAGES[zero], recomputation);
                    compare(seconds, bytes, interleave, tensor, pipeline, data, microBatch, sequence == 1,
                            STAGES[zero], recomputation);
                }
            }
        }
    }

    private void compare(double seconds, double bytes, int interleave, int tensor, int pipeline, int data,
            int microBatch, boolean sequence, ZeroStage zero, Recomputation recomputation) {
        examined++;
        if (bytes < leanestBytes || bytes == leanestBytes && seconds < leanestSeconds) {
            leanestBytes = bytes;
            leanestSeconds = seconds;
            leanest.take(tensor, pipeline, data, interleave, microBatch, sequence, zero, recomputation);
        }
        if (bytes > memory) {
            return;
        }
        fitting++;
        if (seconds < bestSeconds || seconds == bestSeconds && bytes < bestBytes) {
            bestSeconds = seconds;
            bestBytes = bytes;
            best.take(tensor, pipeline, data, interleave, microBatch, sequence, zero, recomputation);
        }
    }
}
