package org.isoflop.core.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.plot.Axis;
import org.isoflop.analysis.plot.Bars;
import org.isoflop.analysis.plot.Orientation;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.training.Layout;
import org.isoflop.analysis.training.LayoutChoice;
import org.isoflop.analysis.training.LayoutModel;
import org.isoflop.analysis.training.Recomputation;
import org.isoflop.analysis.training.TrainingMemory;
import org.isoflop.analysis.training.ZeroStage;
import org.isoflop.analysis.unit.Unit;

/** What the fullest device holds while a model is trained, by part: copies of the model, and the best layout. */
final class TrainingMemoryChart {

    private static final double GIGABYTE = 1e9;
    private static final double WIDTH = 0.7;

    private enum Part {
        WEIGHTS(memory -> memory.states().weights() + memory.gathered()), GRADIENTS(memory -> memory.states()
                .gradients()), OPTIMIZER(memory -> memory.states().optimizer()), ACTIVATIONS(
                        TrainingMemory::activations), LOGITS(TrainingMemory::logits), REST(memory -> memory.reserve()
                                + memory.lost());

        private final ToDoubleFunction<TrainingMemory> bytes;

        Part(ToDoubleFunction<TrainingMemory> bytes) {
            this.bytes = bytes;
        }
    }

    private record Row(String name, TrainingMemory memory) {
    }

    private TrainingMemoryChart() {
    }

    static Plot plot(Selection selection) {
        Picture picture = new Picture(selection, Charts.TRAINING_MEMORY);
        List<Trained> trained = Trained.of(selection, picture);
        List<Row> rows = new ArrayList<>();
        for (Trained one : trained) {
            selection.checkCancelled();
            if (trained.size() == 1) {
                rows.addAll(copies(selection, one));
            }
            best(selection, picture, one, rows);
        }
        if (rows.isEmpty()) {
            return picture.plot(Axes.fromZero(selection, "axis.deviceMemory", 100),
                    Axis.ofNames("", List.of(selection.text("chart.layouts")), selection.locale()));
        }
        stack(selection, picture, rows);
        for (Trained one : trained) {
            picture.device(one.accelerator(), selection.text("chart.device",
                    selection.name(one.accelerator().name(), one.accelerator().id()),
                    selection.show(one.cluster().accelerator().memoryBytes(), Unit.BYTES)),
                    one.cluster().accelerator().memoryBytes() / GIGABYTE);
        }
        picture.note("chart.note.trainingMemory");
        double most = rows.stream().mapToDouble(row -> row.memory().total() / GIGABYTE).max().orElse(1);
        double device = trained.stream().mapToDouble(one -> one.cluster().accelerator().memoryBytes() / GIGABYTE)
                .max().orElse(0);
        return picture.plot(Axes.fromZero(selection, "axis.deviceMemory", Math.max(most, device)),
                Axis.ofNames("", rows.reversed().stream().map(Row::name).toList(), selection.locale()));
    }

    /** Copies of the whole model on as many devices as its batch can feed, by what they divide among themselves. */
    private static List<Row> copies(Selection selection, Trained one) {
        List<Row> rows = new ArrayList<>();
        int data = one.copies();
        LayoutModel layouts = one.layouts(data);
        for (ZeroStage stage : ZeroStage.values()) {
            Layout layout = new Layout(1, 1, data, 1, 1, false, stage, Recomputation.FULL);
            if (layouts.valid(layout)) {
                rows.add(new Row(selection.text("chart.copies", stage.stage(), data), layouts.memory(layout)));
            }
        }
        return rows;
    }

    private static void best(Selection selection, Picture picture, Trained one, List<Row> rows) {
        try {
            LayoutChoice found = one.best(one.cluster().devices());
            Layout layout = found.plan().layout();
            rows.add(new Row(selection.text(found.fits() ? "chart.layout.best" : "chart.layout.leanest",
                    one.modelName(), one.clusterName(), Trained.words(selection, layout)), found.plan().memory()));
            picture.note("chart.note.layout", selection.text("chart.on", one.modelName(), one.clusterName()),
                    layout.text(selection.locale()));
        } catch (DomainException e) {
            picture.note("chart.note.broken", one.modelName(), e.message(selection.locale()));
        }
    }

    private static void stack(Selection selection, Picture picture, List<Row> rows) {
        double[] places = new double[rows.size()];
        double[] ends = new double[rows.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = places.length - i;
        }
        for (Part part : Part.values()) {
            double[] from = ends.clone();
            for (int i = 0; i < ends.length; i++) {
                ends[i] += part.bytes.applyAsDouble(rows.get(i).memory()) / GIGABYTE;
            }
            String id = part.name().toLowerCase(Locale.ROOT);
            String name = selection.text("chart.part." + id);
            picture.add(new Bars(id, name, name, Orientation.HORIZONTAL, places, from, ends, WIDTH, part.ordinal(),
                    List.of()));
        }
    }
}
