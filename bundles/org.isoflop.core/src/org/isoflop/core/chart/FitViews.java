package org.isoflop.core.chart;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.isoflop.analysis.fit.FitProgress;
import org.isoflop.analysis.plot.Axis;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Scale;
import org.isoflop.analysis.plot.TickLabels;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.fit.FitAnswer;
import org.isoflop.core.fit.KeptFit;
import org.isoflop.core.mapping.StudyData.LawData;

/** Charts of the fit of one law of a study: the law that is looked at, or else the first that has a fit. */
final class FitViews {

    private FitViews() {
    }

    static Plot plot(Selection selection) {
        Optional<LawData> law = law(selection);
        if (law.isEmpty()) {
            return nothing(selection);
        }
        FitAnswer answer = KeptFit.of(selection.data(), law.get()).again(progress(selection.cancelled()));
        return switch (answer) {
            case FitAnswer.Parametric parametric -> parametric(selection, parametric);
            case FitAnswer.Allocation allocation ->
                FitBands.allocation(allocation, Across.PARAMETERS, selection.locale());
        };
    }

    private static Plot parametric(Selection selection, FitAnswer.Parametric answer) {
        return switch (selection.chart().view()) {
            case Charts.FIT_RESIDUALS ->
                FitCharts.residuals(answer, Across.COMPUTE, FitCharts.NONE, selection.locale());
            case Charts.FIT_INFLUENCE -> FitCharts.influence(answer, FitCharts.NONE, selection.locale());
            case Charts.FIT_CLOUD -> cloud(selection, answer);
            case Charts.FIT_OPTIMUM ->
                FitBands.overCompute(answer, FitCharts.NONE, selection.locale(), selection.cancelled());
            default -> FitBands.profiles(answer, Across.PARAMETERS, FitCharts.NONE, selection.locale(),
                    selection.cancelled());
        };
    }

    /** The last two constants, which in most forms are the exponents. */
    private static Plot cloud(Selection selection, FitAnswer.Parametric answer) {
        int constants = answer.fit().options().form().constants().size();
        return answer.fit().bootstrap() == null || constants < 2 ? nothing(selection)
                : FitCharts.cloud(answer, constants - 2, constants - 1, Map.of(), selection.locale());
    }

    private static Optional<LawData> law(Selection selection) {
        List<LawData> fitted = selection.laws().stream().filter(law -> law.fit() != null).toList();
        return fitted.stream().filter(law -> selection.focus().laws().contains(law.id())).findFirst()
                .or(() -> fitted.stream().findFirst());
    }

    private static Plot nothing(Selection selection) {
        Axis axis = Axis.of(selection.text("axis.compute"), Unit.FLOP, Scale.LOG, 1e18, 1e24, TickLabels.POWERS,
                selection.locale());
        return new Plot(selection.id(), selection.title("fit.view.title"),
                selection.text("chart.no-fit"), axis, RunMarks.loss(List.of(), List.of(), selection.locale()),
                List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static FitProgress progress(BooleanSupplier cancelled) {
        return new FitProgress() {

            @Override
            public void worked(double share) {
                // Nobody watches a single chart.
            }

            @Override
            public boolean isCancelled() {
                return cancelled.getAsBoolean();
            }
        };
    }
}
