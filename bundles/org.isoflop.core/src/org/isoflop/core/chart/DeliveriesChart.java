package org.isoflop.core.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.DoubleStream;

import org.isoflop.analysis.hardware.Accelerator;
import org.isoflop.analysis.hardware.Delivery;
import org.isoflop.analysis.hardware.DeliverySchedule;
import org.isoflop.analysis.plot.Axis;
import org.isoflop.analysis.plot.Dates;
import org.isoflop.analysis.plot.Line;
import org.isoflop.analysis.plot.Marker;
import org.isoflop.analysis.plot.Orientation;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Rule;
import org.isoflop.analysis.plot.Scale;
import org.isoflop.analysis.plot.Series;
import org.isoflop.analysis.plot.TickLabels;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.CoreException;
import org.isoflop.core.Refusal;
import org.isoflop.core.evaluation.Evaluation;
import org.isoflop.core.evaluation.Hardware;
import org.isoflop.core.evaluation.Measure;
import org.isoflop.core.evaluation.StrategyResult;
import org.isoflop.core.mapping.StudyData.ClusterData;
import org.isoflop.core.mapping.StudyData.DeliveryData;
import org.isoflop.core.mapping.StudyData.ScenarioData;

/**
 * The devices of a cluster as they are delivered, and the compute that they allow until a date, with the date when each
 * run of the scenario is done. Without any date, time counts in hours from the start.
 */
final class DeliveriesChart {

    private static final int POINTS = 201;
    private static final int MOST = 8;
    private static final double HOUR = 3600;
    private static final double DAY = 86_400;
    private static final double YEAR = 365.25 * DAY;
    /** Runs that are done so long after the last delivery are beyond the picture. */
    private static final double LONGEST = 20 * YEAR;
    private static final double NIGHT = 12 * HOUR;

    /** A cluster with its schedule; the rate is NaN where its utilisation or peak is not known. */
    private record Source(String id, String name, DeliverySchedule schedule, double peak, double utilisation,
            int colour) {

        boolean isRated() {
            return !Double.isNaN(peak) && !Double.isNaN(utilisation);
        }

        double flop(double seconds) {
            return schedule.flop(seconds, peak, utilisation);
        }

        double finish(double compute) {
            return schedule.finish(compute / (peak * utilisation));
        }

        double last() {
            return schedule.deliveries().getLast().seconds();
        }
    }

    private record Run(String name, double compute) {
    }

    private final Selection selection;
    private final Picture picture;
    private final LocalDate start;
    private final List<Source> sources = new ArrayList<>();

    private DeliveriesChart(Selection selection, String view) {
        this.selection = selection;
        picture = new Picture(selection, view);
        List<ClusterData> clusters = selection.lookedAtClusters();
        start = selection.scenario().flatMap(scenario -> Hardware.date(scenario.start()))
                .or(() -> clusters.stream().flatMap(cluster -> cluster.deliveries().stream())
                        .flatMap(delivery -> Hardware.date(delivery.date()).stream())
                        .min(Comparator.naturalOrder()))
                .orElse(null);
        for (ClusterData cluster : clusters.subList(0, Math.min(MOST, clusters.size()))) {
            source(cluster);
        }
        if (clusters.size() > MOST) {
            picture.note("chart.note.choose", clusters.size() - MOST);
        }
    }

    private void source(ClusterData cluster) {
        String name = selection.name(cluster.name(), cluster.id());
        try {
            // Without dates every delivery counts from the start.
            DeliverySchedule schedule = Hardware.deliveries(cluster, start == null ? LocalDate.EPOCH : start);
            Optional<Accelerator> accelerator = Hardware.acceleratorOf(selection.data(), cluster)
                    .map(Hardware::accelerator);
            Double utilisation = Figures.positive(cluster.utilisation());
            sources.add(new Source(Objects.requireNonNull(cluster.id()), name, schedule,
                    accelerator.map(one -> one.peak(Hardware.usualPrecision(one))).orElse(Double.NaN),
                    utilisation == null || utilisation > 1 ? Double.NaN : utilisation, sources.size()));
            if (start != null && cluster.deliveries().stream().map(DeliveryData::date)
                    .noneMatch(date -> Hardware.date(date).isPresent())) {
                picture.note("chart.note.noDelivery", name);
            }
        } catch (RuntimeException e) {
            if (!Refusal.isRefusal(e)) {
                throw e;
            }
            picture.note("chart.note.broken", name, Refusal.message(e, selection.locale()));
        }
    }

    static Plot devices(Selection selection) {
        return new DeliveriesChart(selection, Charts.DELIVERIES).devices();
    }

    static Plot compute(Selection selection) {
        return new DeliveriesChart(selection, Charts.DELIVERIES_COMPUTE).compute();
    }

    private Plot devices() {
        double horizon = horizon(List.of());
        double most = 0;
        for (Source source : sources) {
            List<Double> x = new ArrayList<>();
            List<Double> y = new ArrayList<>();
            double devices = 0;
            for (Delivery delivery : source.schedule().deliveries()) {
                if (devices > 0) {
                    x.add(at(delivery.seconds()));
                    y.add(devices);
                }
                devices = source.schedule().devices(delivery.seconds());
                x.add(at(delivery.seconds()));
                y.add(devices);
            }
            x.add(at(horizon));
            y.add(devices);
            most = Math.max(most, devices);
            picture.add(new Series(source.id(), source.name(), source.name(), array(x), array(y), Line.SOLID,
                    Marker.NONE, source.colour(), List.of()));
        }
        deadline(horizon);
        return picture.plot(time(horizon), Axes.fromZero(selection, "axis.devices", most));
    }

    private Plot compute() {
        List<Run> runs = runs();
        List<Source> rated = sources.stream().filter(Source::isRated).toList();
        picture.leftOut("chart.note.noUtilisation",
                sources.stream().filter(source -> !source.isRated()).map(Source::name).toList());
        double horizon = horizon(runs);
        for (Source source : rated) {
            selection.checkCancelled();
            double[] seconds = new double[POINTS];
            double[] flop = new double[POINTS];
            double first = source.schedule().deliveries().getFirst().seconds();
            for (int i = 0; i < POINTS; i++) {
                seconds[i] = first + (horizon - first) * i / (POINTS - 1.0);
                flop[i] = source.flop(seconds[i]);
            }
            picture.add(new Series(source.id(), source.name(), source.name(),
                    DoubleStream.of(seconds).map(this::at).toArray(), flop, Line.SOLID, Marker.NONE, source.colour(),
                    List.of()));
            finished(source, runs, horizon);
            picture.note("chart.note.delivered", source.name(), selection.show(source.peak(), Unit.FLOP_PER_SECOND),
                    selection.show(source.utilisation(), Unit.ONE));
        }
        for (int i = 0; i < runs.size() && !rated.isEmpty(); i++) {
            picture.add(new Rule("run." + i, runs.get(i).name(), Orientation.HORIZONTAL, runs.get(i).compute()));
        }
        deadline(horizon);
        return picture.plot(time(horizon), computeAxis(rated, runs, horizon));
    }

    /** From a hundredth of what matters on: a logarithmic axis has no beginning. */
    private Axis computeAxis(List<Source> rated, List<Run> runs, double horizon) {
        double most = Math.max(rated.stream().mapToDouble(source -> source.flop(horizon)).max().orElse(1e20),
                runs.stream().mapToDouble(Run::compute).max().orElse(0));
        double least = Math.min(most, runs.stream().mapToDouble(Run::compute).min().orElse(most)) / 100;
        return Axes.powers(selection, "axis.compute", least, 2 * most);
    }

    /** Marks when a cluster has done each run, with the date. */
    private void finished(Source source, List<Run> runs, double horizon) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (Run run : runs) {
            double finish = source.finish(run.compute());
            if (finish <= horizon) {
                x.add(at(finish));
                y.add(run.compute());
                labels.add(start == null
                        ? selection.show(finish, Unit.SECONDS)
                        : Dates.text(at(finish), 0, selection.locale()));
            } else {
                picture.note("chart.note.notDone", source.name(), run.name());
            }
        }
        if (!x.isEmpty()) {
            picture.add(new Series(source.id() + ".done", source.name(), source.name(), array(x), array(y), Line.NONE,
                    Marker.DIAMOND, source.colour(), labels));
        }
    }

    /** The compute of the strategies of the scenario, its compute budget, and the budgets of the chart. */
    private List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        for (double budget : selection.budgets()) {
            runs.add(new Run(selection.show(budget, Unit.FLOP), budget));
        }
        Optional<ScenarioData> scenario = selection.scenario();
        if (scenario.isPresent()) {
            Double budget = Figures.positive(scenario.get().computeBudget());
            if (budget != null) {
                runs.add(new Run(selection.text("chart.budget", selection.show(budget, Unit.FLOP)), budget));
            }
            for (StrategyResult strategy : strategies(scenario.get())) {
                double compute = strategy.measure(Measure.COMPUTE.id()).orElse(Double.NaN);
                if (compute > 0 && compute <= Axes.LARGEST) {
                    runs.add(new Run(selection.name(strategy.strategy().name(), strategy.strategy().id()), compute));
                }
            }
        }
        return runs;
    }

    private List<StrategyResult> strategies(ScenarioData scenario) {
        try {
            return Evaluation.evaluate(selection.data(), scenario.id()).strategies();
        } catch (CoreException e) {
            picture.say(e.message(selection.locale()));
            return List.of();
        }
    }

    private Optional<Double> deadline() {
        return selection.scenario().map(ScenarioData::deadline).map(Figures::positive);
    }

    /** Draws the deadline of the scenario. */
    private void deadline(double horizon) {
        deadline().filter(seconds -> seconds <= horizon && !sources.isEmpty()).ifPresent(seconds -> picture
                .add(new Rule("deadline", selection.text("chart.deadline"), Orientation.VERTICAL, at(seconds))));
    }

    /** A little past the last delivery, the deadline, and what is done soon. */
    private double horizon(List<Run> runs) {
        double last = sources.stream().mapToDouble(Source::last).max().orElse(0);
        double horizon = Math.max(last, deadline().orElse(0.0));
        for (Source source : sources.stream().filter(Source::isRated).toList()) {
            for (Run run : runs) {
                double finish = source.finish(run.compute());
                horizon = finish <= last + LONGEST ? Math.max(horizon, finish) : horizon;
            }
        }
        return horizon > 0 ? 1.1 * Math.min(horizon, last + LONGEST) : NIGHT;
    }

    /** Where a time lies on the axis: a date, or hours. */
    private double at(double seconds) {
        return start == null ? seconds / HOUR : Dates.value(start) + seconds / YEAR;
    }

    private Axis time(double horizon) {
        if (start == null) {
            return Axis.of(selection.text("axis.hoursFromStart"), Unit.ONE, Scale.LINEAR, 0,
                    at(horizon), TickLabels.PLAIN, selection.locale());
        }
        return Axes.dates(selection, "axis.date", DoubleStream.of(at(0), at(horizon)));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
