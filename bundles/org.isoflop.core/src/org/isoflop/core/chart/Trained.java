package org.isoflop.core.chart;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.isoflop.analysis.architecture.Architecture;
import org.isoflop.analysis.architecture.ParameterCounts;
import org.isoflop.analysis.hardware.Cluster;
import org.isoflop.analysis.hardware.Precision;
import org.isoflop.analysis.training.Layout;
import org.isoflop.analysis.training.LayoutChoice;
import org.isoflop.analysis.training.LayoutModel;
import org.isoflop.analysis.training.TrainingSetup;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.Refusal;
import org.isoflop.core.evaluation.Hardware;
import org.isoflop.core.mapping.StudyData.AcceleratorData;
import org.isoflop.core.mapping.StudyData.ClusterData;
import org.isoflop.core.mapping.StudyData.ModelData;
import org.isoflop.core.mapping.StudyData.TrainingData;

/**
 * A model to be trained on a cluster, as the charts of layouts draw it.
 *
 * @param model
 *            the model
 * @param modelName
 *            its name
 * @param setup
 *            how it is trained
 * @param cluster
 *            all devices that there are
 * @param clusterName
 *            the name of the cluster
 * @param accelerator
 *            what the cluster is made of
 * @param precision
 *            the format that is computed in
 */
record Trained(ModelData model, String modelName, TrainingSetup setup, Cluster cluster, String clusterName,
        AcceleratorData accelerator, Precision precision) {

    private static final int MOST = 4;
    private static final double TOKENS_PER_PARAMETER = 20;

    /**
     * The models of a chart as the strategies of the study train them, or else on its clusters, or on nodes of eight of
     * its accelerators where it has no cluster.
     */
    static List<Trained> of(Selection selection, Picture picture) {
        List<String> lacking = new ArrayList<>();
        List<Trained> steps = new ArrayList<>();
        List<Trained> others = new ArrayList<>();
        for (ModelData model : selection.lookedAtModels()) {
            String name = selection.name(model.name(), model.id());
            if (model.architecture() == null || model.architecture().architecture() == null) {
                lacking.add(name);
                continue;
            }
            Architecture architecture = model.architecture().architecture();
            Set<Place> used = used(selection, picture, model, architecture);
            for (Place place : used) {
                steps.add(place.train(model, name));
            }
            if (used.isEmpty()) {
                places(selection, picture).forEach(place -> others.add(place.train(model, name)));
            }
        }
        picture.leftOut("chart.note.noArchitecture", lacking);
        steps.addAll(others);
        List<Trained> trained = steps.subList(0, Math.min(MOST, steps.size()));
        if (steps.size() > MOST) {
            picture.note("chart.note.choose", steps.size() - MOST);
        }
        trained.stream().map(Trained::setup).distinct().forEach(setup -> picture.note("chart.note.training",
                Objects.requireNonNullElse(setup.context(), TrainingSetup.USUAL_CONTEXT),
                selection.show(setup.batchTokens(), Unit.TOKENS), setup.recipe().text(selection.locale()),
                selection.show(TrainingSetup.RESERVE, Unit.BYTES), TrainingSetup.FRAGMENTATION));
        return trained;
    }

    private record Place(Cluster cluster, String name, AcceleratorData accelerator, Precision precision,
            TrainingSetup setup) {

        Trained train(ModelData model, String modelName) {
            return new Trained(model, modelName, setup, cluster, name, accelerator, precision);
        }
    }

    /** Where the steps of the study train a model, with the devices that they say. */
    private static Set<Place> used(Selection selection, Picture picture, ModelData model, Architecture architecture) {
        Set<Place> places = new LinkedHashSet<>();
        for (TrainingData step : TrainedSteps.of(selection.data(), model.id())) {
            Optional<ClusterData> cluster = selection.clusters().stream().filter(one -> one.id().equals(step.cluster()))
                    .findFirst();
            Optional<AcceleratorData> accelerator = selection.data().findAccelerator(step.accelerator())
                    .or(() -> cluster.flatMap(one -> Hardware.acceleratorOf(selection.data(), one)))
                    .filter(one -> cluster.isPresent() || selection.accelerators().contains(one));
            accelerator.ifPresent(one -> attempt(selection, picture, selection.name(model.name(), model.id()),
                    () -> places.add(place(selection, step, cluster.orElse(null), one, architecture))));
        }
        return places;
    }

    private static Place place(Selection selection, TrainingData step, ClusterData cluster, AcceleratorData one,
            Architecture architecture) {
        var chip = Hardware.accelerator(one);
        Precision precision = Hardware.precision(step.precision()).orElseGet(() -> Hardware.usualPrecision(chip));
        TrainingSetup setup = Hardware.setup(step);
        Optional<Integer> devices = Hardware.devices(step, cluster);
        Cluster most = Hardware.cluster(chip, cluster, devices.orElse(LayoutChoice.MOST));
        Cluster all = devices.isPresent() ? most
                : most.with((int) LayoutChoice.smallest(setup, architecture, most, precision).plan().layout()
                        .devices());
        String name = cluster == null
                ? selection.text("chart.devices", all.devices(), selection.name(one.name(), one.id()))
                : selection.name(cluster.name(), cluster.id());
        return new Place(all, name, one, precision, setup);
    }

    private static List<Place> places(Selection selection, Picture picture) {
        List<Place> places = new ArrayList<>();
        for (ClusterData cluster : selection.lookedAtClusters()) {
            String name = selection.name(cluster.name(), cluster.id());
            attempt(selection, picture, name, () -> {
                Cluster standing = Hardware.cluster(selection.data(), cluster);
                places.add(new Place(standing, name,
                        Hardware.acceleratorOf(selection.data(), cluster).orElseThrow(),
                        Hardware.usualPrecision(standing.accelerator()), TrainingSetup.USUAL));
            });
        }
        if (selection.clusters().isEmpty()) {
            List<AcceleratorData> accelerators = selection.lookedAtAccelerators();
            for (AcceleratorData one : accelerators.subList(0, Math.min(MOST, accelerators.size()))) {
                String name = selection.name(one.name(), one.id());
                attempt(selection, picture, name, () -> {
                    var chip = Hardware.accelerator(one);
                    places.add(new Place(
                            Cluster.of(chip, chip.linkBandwidth() == 0 ? 1 : Cluster.USUAL_NODE, null, 0.0, null),
                            name, one, Hardware.usualPrecision(chip), TrainingSetup.USUAL));
                });
            }
            if (!places.isEmpty()) {
                picture.note("chart.note.noCluster", Cluster.USUAL_NODE);
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

    /** Whole powers of two up to the devices of the cluster, and that number itself. */
    List<Integer> counts() {
        List<Integer> counts = new ArrayList<>();
        for (long count = 1; count < cluster.devices(); count *= 2) {
            counts.add((int) count);
        }
        counts.add(cluster.devices());
        return counts;
    }

    Architecture architecture() {
        return model.architecture().architecture();
    }

    /** The cheapest layout on a number of devices. */
    LayoutChoice best(int devices) {
        return LayoutChoice.on(setup, architecture(), cluster.with(devices), precision);
    }

    /** Copies of the whole model on as many devices as the batch can feed. */
    int copies() {
        return (int) Math.min(cluster.devices(), setup.sequences(architecture()));
    }

    /** Layouts of copies, each with as many sequences. */
    LayoutModel layouts(int copies) {
        long each = Math.max(1, Math.round(setup.sequences(architecture()) / (double) copies));
        return new LayoutModel(setup.job(architecture(), each * copies), cluster, precision, LayoutChoice.EFFICIENCY);
    }

    /** The tokens that the model was trained on, or twenty for each parameter. */
    double tokens(Picture picture) {
        Double given = Figures.positive(model.tokens());
        if (given != null) {
            return given;
        }
        picture.note("chart.note.tokensAssumed", modelName);
        return TOKENS_PER_PARAMETER * ParameterCounts.of(architecture()).active();
    }

    /** A layout in as few letters as a label has room for. */
    static String words(Selection selection, Layout layout) {
        return selection.text("chart.layout", layout.tensor(), layout.pipeline(), layout.data(),
                layout.zero().stage());
    }

}
