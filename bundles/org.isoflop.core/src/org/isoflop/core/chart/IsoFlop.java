package org.isoflop.core.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.Optimum;
import org.isoflop.analysis.plot.Line;
import org.isoflop.analysis.plot.Marker;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Series;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.mapping.StudyData.LawData;
import org.isoflop.core.mapping.StudyData.ModelData;

/** Loss against parameters at constant compute, and the path of the optima. */
final class IsoFlop {

    /** How the ids of the curves begin; their compute in FLOP and the number of the part follow. */
    static final String CURVE = "budget.";

    private static final int POINTS = 121;
    /** How far each curve reaches to both sides of its optimum. */
    private static final double REACH = 30;
    private static final List<Double> DEFAULT_BUDGETS = List.of(1e18, 1e19, 1e20, 1e21, 1e22, 1e23, 1e24);
    /** What a scenario or a model adds to its own compute, so that there is a family of curves. */
    private static final double[] FAMILY = {1e-3, 1e-2, 0.1, 10};

    private IsoFlop() {
    }

    static Plot plot(Selection selection) {
        Optional<LawData> shown = selection.single();
        List<Series> series = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        double low = 1e7;
        double high = 1e12;
        if (shown.isPresent()) {
            Law law = shown.get().law();
            List<Placed> models = models(selection, shown.get());
            List<Placed> strategies = selection.focusedScenario().map(result -> Placed.of(selection, result))
                    .orElse(List.of()).stream().filter(strategy -> strategy.parameters() > 0).toList();
            List<Optimum> optima = new ArrayList<>();
            for (double budget : budgets(selection, law, models, strategies)) {
                Answers.optimum(law, budget).ifPresent(optima::add);
            }
            for (int i = 0; i < optima.size(); i++) {
                selection.checkCancelled();
                series.addAll(curve(selection, law, optima.get(i), i));
            }
            if (!optima.isEmpty()) {
                series.add(path(selection, optima));
                low = optima.stream().mapToDouble(Optimum::parameters).min().orElseThrow() / REACH;
                high = optima.stream().mapToDouble(Optimum::parameters).max().orElseThrow() * REACH;
            }
            series.addAll(Placed.selected(models, Placed::parameters));
            series.addAll(Placed.strategies(selection, strategies, Placed::parameters));
            for (List<Placed> points : List.of(models, strategies)) {
                for (Placed point : points) {
                    low = Math.min(low, point.parameters() / 2);
                    high = Math.max(high, point.parameters() * 2);
                }
            }
            notes.add(selection.singleNote(law.computeOf(1, 1) == 6 ? "chart.note.isoflop" : "chart.note.isoflop.own",
                    shown.get()));
            notes.add(selection.text("chart.note.dashed"));
            notes.addAll(Placed.missing(selection));
            if (!strategies.isEmpty() && selection.focusedLaw().isPresent()) {
                notes.addAll(selection.corpusNotes(List.of(shown.get(), selection.focusedLaw().get())));
            }
        } else {
            notes.addAll(selection.notDrawn(List.of()));
        }
        return new Plot(selection.id(), selection.title("chart.isoflop.title"),
                selection.description("chart.isoflop.description", series),
                Axes.counts(selection, "axis.parameters", low, high), Axes.around(selection, "axis.loss", series),
                series, List.of(), List.of(), List.of(), notes);
    }

    /** The models that the chart names or that are looked at. */
    private static List<Placed> models(Selection selection, LawData law) {
        Map<String, Placed> models = new LinkedHashMap<>();
        for (ModelData model : selection.models()) {
            if (selection.chart().models().contains(model.id()) || selection.focus().models().contains(model.id())) {
                Placed.of(selection, model, law).ifPresent(place -> models.put(model.id(), place));
            }
        }
        return List.copyOf(models.values());
    }

    private static List<Double> budgets(Selection selection, Law law, List<Placed> models,
            List<Placed> strategies) {
        TreeSet<Double> budgets = new TreeSet<>(selection.budgets());
        for (Placed strategy : strategies) {
            add(budgets, strategy.compute());
        }
        boolean scenario = selection.focus().scenario() != null && !budgets.isEmpty();
        if (scenario && budgets.size() <= FAMILY.length) {
            for (double factor : FAMILY) {
                add(budgets, factor * (factor < 1 ? budgets.first() : budgets.last()));
            }
        }
        if (budgets.isEmpty()) {
            budgets.addAll(DEFAULT_BUDGETS);
        }
        // The curve on which a model lies is that of its N and D, whatever compute it reports.
        models.forEach(model -> add(budgets, law.computeOf(model.parameters(), model.tokens())));
        return List.copyOf(budgets);
    }

    private static void add(TreeSet<Double> budgets, double budget) {
        if (budget >= Axes.SMALLEST && budget <= Axes.LARGEST
                && budgets.stream().noneMatch(there -> Placed.near(there, budget))) {
            budgets.add(budget);
        }
    }

    private static Series path(Selection selection, List<Optimum> optima) {
        String path = selection.text("chart.isoflop.optima");
        return new Series("optima", path, path, optima.stream().mapToDouble(Optimum::parameters).toArray(),
                optima.stream().mapToDouble(Optimum::loss).toArray(), Line.DOTTED, Marker.CIRCLE, optima.size(),
                optima.stream().map(optimum -> selection.show(optimum.parameters(), Unit.PARAMETERS)).toList());
    }

    private static List<Series> curve(Selection selection, Law law, Optimum optimum, int colour) {
        double[] parameters = Selection.logSpaced(optimum.parameters() / REACH, optimum.parameters() * REACH, POINTS);
        double[] loss = new double[POINTS];
        boolean[] fitted = new boolean[POINTS];
        for (int i = 0; i < POINTS; i++) {
            double size = parameters[i];
            double tokens = law.tokensOf(size, optimum.compute());
            loss[i] = Answers.orGap(() -> law.loss(size, tokens));
            fitted[i] = Spans.fitted(law, size, tokens);
        }
        return Curve.split(CURVE + optimum.compute(), selection.show(optimum.compute(), Unit.FLOP), parameters,
                loss, fitted, colour);
    }
}
