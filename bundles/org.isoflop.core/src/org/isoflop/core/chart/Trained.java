package org.isoflop.core.chart;

import java.util.ArrayList;
import java.util.List;

import org.isoflop.analysis.architecture.Architecture;
import org.isoflop.analysis.architecture.ParameterCounts;
import org.isoflop.analysis.hardware.Cluster;
import org.isoflop.analysis.hardware.Precision;
import org.isoflop.analysis.training.Layout;
import org.isoflop.analysis.training.LayoutModel;
import org.isoflop.analysis.training.Recipe;
import org.isoflop.analysis.training.TrainingJob;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.Refusal;
import org.isoflop.core.evaluation.Hardware;
import org.isoflop.core.mapping.StudyData.AcceleratorData;
import org.isoflop.core.mapping.StudyData.ClusterData;
import org.isoflop.core.mapping.StudyData.ModelData;

/**
 * A model to be trained on a cluster, as the charts of layouts draw it.
 *
 * @param model
 *            the model
 * @param modelName
 *            its name
 * @param job
 *            what is trained
 * @param cluster
 *            all devices that there are
 * @param clusterName
 *            the name of the cluster
 * @param accelerator
 *            what the cluster is made of
 * @param precision
 *            the format that is computed in
 */
record Trained(ModelData model, String modelName, TrainingJob job, Cluster cluster, String clusterName,
        AcceleratorData accelerator, Precision precision) {

    /** Share of the peak that matrix products reach by themselves; see docs/costs.md. */
    static final double EFFICIENCY = 0.6;

    private static final int MOST = 4;
    private static final long CONTEXT = 4096;
    private static final double STEP_TOKENS = 4_194_304;
    private static final double RESERVE = 1e9;
    private static final double FRAGMENTATION = 0.05;
    private static final double TOKENS_PER_PARAMETER = 20;
    private static final int NODE = 8;
    private static final Recipe RECIPE = Recipe.MIXED_16;

    /** The models of a chart on its clusters, or on nodes of eight of its accelerators where it has no cluster. */
    static List<Trained> of(Selection selection, Picture picture) {
        List<Trained> trained = new ArrayList<>();
        List<String> lacking = new ArrayList<>();
        int left = 0;
        for (ModelData model : selection.lookedAtModels()) {
            String name = selection.name(model.name(), model.id());
            if (model.architecture() == null || model.architecture().architecture() == null) {
                lacking.add(name);
                continue;
            }
            for (Place place : places(selection, picture)) {
                if (trained.size() == MOST) {
                    left++;
                } else {
                    trained.add(new Trained(model, name, job(model.architecture().architecture()), place.cluster(),
                            place.name(), place.accelerator(), Hardware.usualPrecision(place.cluster()
                                    .accelerator())));
                }
            }
        }
        picture.leftOut("chart.note.noArchitecture", lacking);
        if (left > 0) {
            picture.note("chart.note.choose", left);
        }
        if (!trained.isEmpty()) {
            picture.note("chart.note.training", CONTEXT, selection.show(STEP_TOKENS, Unit.TOKENS),
                    RECIPE.text(selection.locale()));
        }
        return trained;
    }

    private record Place(Cluster cluster, String name, AcceleratorData accelerator) {
    }

    private static List<Place> places(Selection selection, Picture picture) {
        List<Place> places = new ArrayList<>();
        for (ClusterData cluster : selection.lookedAtClusters()) {
            String name = selection.name(cluster.name(), cluster.id());
            attempt(selection, picture, name, () -> places.add(new Place(Hardware.cluster(selection.data(), cluster),
                    name, Hardware.acceleratorOf(selection.data(), cluster).orElseThrow())));
        }
        if (selection.clusters().isEmpty()) {
            List<AcceleratorData> accelerators = selection.lookedAtAccelerators();
            for (AcceleratorData one : accelerators.subList(0, Math.min(MOST, accelerators.size()))) {
                String name = selection.name(one.name(), one.id());
                attempt(selection, picture, name, () -> {
                    var chip = Hardware.accelerator(one);
                    places.add(new Place(new Cluster(chip, chip.linkBandwidth() == 0 ? 1 : NODE,
                            NODE, 0, 0), name, one));
                });
            }
            if (!places.isEmpty()) {
                picture.note("chart.note.noCluster", NODE);
            }
        }
        return places;
    }

    private static void attempt(Selection selection, Picture picture, String name, Runnable attempt) {
        try {
            attempt.run();
        } catch (RuntimeException e) {
            if (!Refusal.isRefusal(e)) {
                throw e;
            }
            picture.note("chart.note.broken", name, Refusal.message(e, selection.locale()));
        }
    }

    private static TrainingJob job(Architecture architecture) {
        long learned = architecture.context() > 0 ? architecture.context() : architecture.learnedPositions();
        long context = learned > 0 ? Math.min(CONTEXT, learned) : CONTEXT;
        long sequences = Math.max(1, Math.round(STEP_TOKENS / context));
        return new TrainingJob(architecture, context, sequences, RECIPE.bytes(), false, true, RESERVE, FRAGMENTATION);
    }

    /** Whole powers of two up to the devices of the cluster, and that number itself. */
    List<Integer> counts() {
        List<Integer> counts = new ArrayList<>();
        for (long count = 1; count < cluster.devices(); count *= 2) {
            counts.add((int) count);
        }
        counts.add(cluster.devices());
        return counts;
    }

    LayoutModel layouts(int devices) {
        return new LayoutModel(job, cluster.with(devices), precision, EFFICIENCY);
    }

    /** The tokens that the model was trained on, or twenty for each parameter. */
    double tokens(Picture picture) {
        Double given = Figures.positive(model.tokens());
        if (given != null) {
            return given;
        }
        picture.note("chart.note.tokensAssumed", modelName);
        return TOKENS_PER_PARAMETER * ParameterCounts.of(job.architecture()).active();
    }

    static String words(Selection selection, Layout layout) {
        return selection.text("chart.layout", layout.tensor(), layout.pipeline(), layout.data(),
                layout.zero().stage());
    }

}
