package org.isoflop.core.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import org.isoflop.analysis.law.Answer;
import org.isoflop.analysis.law.ParameterCount;
import org.isoflop.analysis.law.Range;
import org.isoflop.analysis.plot.Line;
import org.isoflop.analysis.plot.Marker;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Rule;
import org.isoflop.analysis.plot.Series;
import org.isoflop.core.mapping.StudyData.LawData;
import org.isoflop.core.mapping.StudyData.ModelData;

/** Loss against training compute. */
final class ScalingCurves {

    private static final int POINTS = 241;

    private ScalingCurves() {
    }

    static Plot plot(Selection selection) {
        List<LawData> laws = selection.lawsOverCompute();
        LawData reference = reference(selection).orElse(null);
        List<Placed> placed = new ArrayList<>();
        List<Placed> seen = new ArrayList<>();
        List<Placed> selected = new ArrayList<>();
        for (ModelData model : selection.models()) {
            Placed.of(selection, model, reference).ifPresent(place -> {
                placed.add(place);
                if (reference != null) {
                    Placed.observed(model, reference).ifPresent(loss -> seen.add(new Placed(place.name(),
                            place.parameters(), place.tokens(), place.compute(), loss)));
                }
                if (selection.focus().models().contains(model.id())) {
                    selected.add(place);
                }
            });
        }
        List<Placed> strategies = selection.focusedScenario().map(result -> Placed.of(selection, result))
                .orElse(List.of());
        Range span = span(selection, laws, placed, strategies);
        List<Series> series = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        double[] compute = Selection.logSpaced(span.low(), span.high(), POINTS);
        for (int i = 0; i < laws.size(); i++) {
            selection.checkCancelled();
            series.addAll(curve(selection, laws.get(i), compute, i));
        }
        if (reference != null) {
            int colour = laws.indexOf(reference);
            series.addAll(points(selection, "predicted", placed, Marker.CIRCLE_HOLLOW, colour));
            series.addAll(points(selection, "observed", seen, Marker.CIRCLE, colour));
            series.addAll(Placed.selected(selected, Placed::compute));
        }
        if (!laws.isEmpty()) {
            series.addAll(Placed.strategies(selection, strategies, Placed::compute));
            notes.add(selection.text("chart.note.dashed"));
        }
        if (reference != null && !placed.isEmpty()) {
            notes.add(selection.text("chart.note.models", selection.name(reference)));
        }
        notes.addAll(Placed.missing(selection));
        List<LawData> scale = new ArrayList<>(laws);
        if (!strategies.isEmpty()) {
            selection.focusedLaw().ifPresent(scale::add);
        }
        notes.addAll(selection.corpusNotes(scale));
        notes.addAll(selection.notDrawn(laws));
        List<Rule> rules = selection.budgetRules();
        return new Plot(selection.id(), selection.title("chart.scaling-curves.title"),
                selection.description("chart.scaling-curves.description", series),
                Axes.powers(selection, "axis.compute", span.low(), span.high()),
                Axes.around(selection, "axis.loss", series), series, List.of(), rules, List.of(), notes);
    }

    /** A model gives its total parameters, so only a law that counts them so can predict its loss. */
    private static Optional<LawData> reference(Selection selection) {
        List<LawData> counting = selection.surfaces().stream()
                .filter(law -> law.law().counting().parameters() == ParameterCount.TOTAL).toList();
        return counting.stream().filter(law -> selection.focus().laws().contains(law.id())).findFirst()
                .or(() -> counting.stream().findFirst());
    }

    private static List<Series> curve(Selection selection, LawData data, double[] compute, int colour) {
        double[] loss = new double[compute.length];
        boolean[] fitted = new boolean[compute.length];
        boolean surface = data.law().answers().contains(Answer.ALLOCATION);
        for (int i = 0; i < compute.length; i++) {
            double at = compute[i];
            if (surface) {
                var optimum = Answers.optimum(data.law(), at);
                loss[i] = optimum.isEmpty() ? Double.NaN : optimum.get().loss();
                fitted[i] = optimum.isPresent() && Spans.fitted(data.law(), optimum.get());
            } else {
                loss[i] = Answers.orGap(() -> data.law().lossAtOptimum(at));
                fitted[i] = Spans.fitted(data.law(), at);
            }
        }
        return Curve.split(data.id(), selection.name(data), compute, loss, fitted, colour);
    }

    private static List<Series> points(Selection selection, String kind, List<Placed> models, Marker marker,
            int colour) {
        if (models.isEmpty()) {
            return List.of();
        }
        String name = selection.text("chart.models." + kind);
        return List.of(new Series("models." + kind, name, name, values(models, Placed::compute),
                values(models, Placed::loss), Line.NONE, marker, colour, models.stream().map(Placed::name).toList()));
    }

    private static double[] values(List<Placed> models, ToDoubleFunction<Placed> value) {
        return models.stream().mapToDouble(value).toArray();
    }

    private static Range span(Selection selection, List<LawData> laws, List<Placed> placed, List<Placed> strategies) {
        Range range = Spans.compute(selection, laws);
        double low = range.low();
        double high = range.high();
        for (List<Placed> points : List.of(placed, strategies)) {
            for (Placed point : points) {
                low = Math.min(low, point.compute());
                high = Math.max(high, point.compute());
            }
        }
        return Spans.including(new Range(low, high));
    }
}
