package org.isoflop.core.chart;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.isoflop.analysis.LocalisedException;
import org.isoflop.analysis.energy.Energy;
import org.isoflop.analysis.energy.EnergyMethod;
import org.isoflop.analysis.energy.RunEnergy;
import org.isoflop.analysis.hardware.Accelerator;
import org.isoflop.analysis.hardware.Precision;
import org.isoflop.analysis.plot.Axis;
import org.isoflop.analysis.plot.Bars;
import org.isoflop.analysis.plot.Line;
import org.isoflop.analysis.plot.Marker;
import org.isoflop.analysis.plot.Orientation;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Series;
import org.isoflop.analysis.plot.TickLabels;
import org.isoflop.analysis.training.TrainingTime;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.CoreException;
import org.isoflop.core.evaluation.Hardware;
import org.isoflop.core.mapping.StudyData.AcceleratorData;
import org.isoflop.core.mapping.StudyData.GridData;
import org.isoflop.core.mapping.StudyData.ModelData;
import org.isoflop.core.mapping.StudyData.SiteData;
import org.isoflop.core.mapping.StudyData.TrainingRunData;

/** Energy or carbon of the training runs of models by every method that the study allows, with the range between. */
final class EnergyChart {

    private static final int MOST = 20;
    private static final double MEGAWATT_HOUR = 1000 * Energy.KILOWATT_HOUR;
    private static final double TONNE = 1e6;
    private static final double WIDTH = 0.5;
    private static final int RANGE_COLOUR = 7;
    private static final int REPORTED_COLOUR = 6;
    private static final double HOUR = 3600;

    /** A run with what is known of its energy; {@code energy} is null where no method applies. */
    private record Run(ModelData model, String name, RunEnergy energy, OptionalDouble reported) {
    }

    private final Selection selection;
    private final Picture picture;
    private final boolean carbon;
    private final double pue;
    /** From joules to the unit of the axis; NaN if the site has no grid. */
    private final double factor;

    private EnergyChart(Selection selection, boolean carbon) {
        this.selection = selection;
        this.carbon = carbon;
        picture = new Picture(selection, carbon ? Charts.CARBON : Charts.ENERGY);
        pue = Served.pue(selection, picture);
        Optional<Double> intensity = carbon ? intensity() : Optional.empty();
        factor = carbon ? intensity.map(grams -> grams / Energy.KILOWATT_HOUR / TONNE).orElse(Double.NaN)
                : 1 / MEGAWATT_HOUR;
    }

    static Plot energy(Selection selection) {
        return new EnergyChart(selection, false).plot();
    }

    static Plot carbon(Selection selection) {
        return new EnergyChart(selection, true).plot();
    }

    /** The intensity of the grid of the scenario's site. */
    private Optional<Double> intensity() {
        Optional<GridData> grid = selection.site().map(SiteData::grid).flatMap(id -> selection.data().grids().stream()
                .filter(one -> id.equals(one.id())).findFirst());
        Optional<Double> intensity = grid.map(GridData::intensity).map(Figures::positive);
        if (intensity.isEmpty()) {
            picture.note("chart.note.noGrid");
        } else {
            picture.note("chart.note.grid", selection.name(grid.get().name(), grid.get().id()),
                    selection.show(intensity.get(), Unit.GRAMS_PER_KILOWATT_HOUR),
                    grid.get().year() == null ? 0 : 1, String.valueOf(grid.get().year()));
        }
        return intensity;
    }

    private Plot plot() {
        List<Run> runs = runs();
        List<String> names = new ArrayList<>(runs.reversed().stream().map(Run::name).toList());
        if (names.isEmpty()) {
            names.add(selection.text("chart.runs"));
        }
        Map<EnergyMethod, List<double[]>> points = new EnumMap<>(EnergyMethod.class);
        List<double[]> reported = new ArrayList<>();
        List<double[]> ranges = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            double row = runs.size() - i;
            if (run.energy() != null && !Double.isNaN(factor)) {
                run.energy().joules().forEach((method, joules) -> points.computeIfAbsent(method,
                        key -> new ArrayList<>()).add(new double[] {joules * factor, row}));
                ranges.add(new double[] {row, run.energy().low() * factor, run.energy().high() * factor});
            }
            run.reported().ifPresent(value -> reported.add(new double[] {value, row}));
        }
        ranges(ranges);
        points.forEach((method, values) -> add(method.key(), method.text(selection.locale()), values,
                marker(method), method.ordinal()));
        add("reported", selection.text(carbon ? "chart.reported.carbon" : "chart.reported.energy"), reported,
                Marker.DIAMOND, REPORTED_COLOUR);
        if (!points.isEmpty()) {
            picture.note("chart.note.energy");
        }
        return picture.plot(Axes.logAround(selection, carbon ? "axis.carbon" : "axis.energy", picture.xs(),
                TickLabels.COUNTS), Axis.ofNames("", names, selection.locale()));
    }

    private void ranges(List<double[]> ranges) {
        if (ranges.isEmpty()) {
            return;
        }
        String name = selection.text("chart.range");
        picture.add(new Bars("range", name, name, Orientation.HORIZONTAL,
                ranges.stream().mapToDouble(range -> range[0]).toArray(),
                ranges.stream().mapToDouble(range -> range[1]).toArray(),
                ranges.stream().mapToDouble(range -> range[2]).toArray(), WIDTH, RANGE_COLOUR, List.of()));
    }

    private void add(String id, String name, List<double[]> values, Marker marker, int colour) {
        if (!values.isEmpty()) {
            picture.add(new Series(id, name, name, values.stream().mapToDouble(value -> value[0]).toArray(),
                    values.stream().mapToDouble(value -> value[1]).toArray(), Line.NONE, marker, colour, List.of()));
        }
    }

    private static Marker marker(EnergyMethod method) {
        return switch (method) {
            case DEVICE_TDP -> Marker.CIRCLE_HOLLOW;
            case DEVICE_TDP_SITE -> Marker.CIRCLE;
            case SERVER -> Marker.SQUARE;
            case MEASURED -> Marker.TRIANGLE;
            case REGRESSION -> Marker.SQUARE_HOLLOW;
        };
    }

    /** The runs of which something is known, the ones that lack it named. */
    private List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        List<String> lacking = new ArrayList<>();
        int left = 0;
        for (ModelData model : selection.lookedAtModels()) {
            String name = selection.name(model.name(), model.id());
            if (model.training() == null) {
                lacking.add(name);
                continue;
            }
            RunEnergy energy = energy(model.training());
            Double said = Figures.positive(carbon ? model.training().carbon() : model.training().energy());
            if (energy == null && said == null) {
                lacking.add(name);
            } else if (runs.size() == MOST) {
                left++;
            } else {
                runs.add(new Run(model, name, energy, said == null ? OptionalDouble.empty()
                        : OptionalDouble.of(said / (carbon ? TONNE : MEGAWATT_HOUR))));
            }
        }
        picture.leftOut("chart.note.noEnergy", lacking);
        if (left > 0) {
            picture.note("chart.note.choose", left);
        }
        return runs;
    }

    private RunEnergy energy(TrainingRunData training) {
        Optional<AcceleratorData> data = selection.data().accelerators().stream()
                .filter(one -> one.id() != null && one.id().equals(training.accelerator())).findFirst();
        if (data.isEmpty()) {
            return null;
        }
        try {
            OptionalDouble hours = deviceHours(training, data.get());
            return hours.isEmpty() ? null : Hardware.power(data.get()).run(hours.getAsDouble(), pue);
        } catch (LocalisedException | CoreException e) {
            return null;
        }
    }

    /** The hours of the run, or what its compute takes at its utilisation. */
    private static OptionalDouble deviceHours(TrainingRunData training, AcceleratorData data) {
        Double hours = Figures.positive(training.deviceHours());
        if (hours != null) {
            return OptionalDouble.of(hours);
        }
        Double compute = Figures.positive(training.compute());
        Double utilisation = Figures.positive(training.utilisation());
        if (compute == null || utilisation == null) {
            return OptionalDouble.empty();
        }
        Accelerator accelerator = Hardware.accelerator(data);
        Precision precision = Hardware.precision(training.precision())
                .orElseGet(() -> Hardware.usualPrecision(accelerator));
        return OptionalDouble.of(TrainingTime.deviceSeconds(compute, accelerator.peak(precision), utilisation) / HOUR);
    }
}
