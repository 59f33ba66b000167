package org.isoflop.core.chart;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Series;
import org.isoflop.core.CoreException;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyData.ChartData;
import org.isoflop.core.mapping.StudyData.LawData;
import org.isoflop.core.mapping.StudyData.ScenarioData;

/** The views that a study can be drawn in. */
public final class Charts {

    /** Loss against compute: laws as curves, models as points, budgets as lines. */
    public static final String SCALING_CURVES = "scaling-curves";
    /** Loss against parameters at constant compute, with the path of the optima. */
    public static final String ISOFLOP = "isoflop";
    /** What the next doubling of compute, parameters or tokens gains. */
    public static final String DIMINISHING_RETURNS = "diminishing-returns";
    /** What one per cent less loss costs. */
    public static final String NEXT_PERCENT = "next-percent";
    /** The runs of a fit with its prediction band at each budget. */
    public static final String FIT_BAND = "fit-band";
    /** The runs of a fit with the loss at the optimum and its band. */
    public static final String FIT_OPTIMUM = "fit-optimum";
    /** The residuals of a fit. */
    public static final String FIT_RESIDUALS = "fit-residuals";
    /** The joint cloud of the last two constants of a fit. */
    public static final String FIT_CLOUD = "fit-cloud";
    /** What leaving out each run does to a fit. */
    public static final String FIT_INFLUENCE = "fit-influence";

    /** Width in points in which a chart is written to a file. */
    public static final int WIDTH = 920;
    /** Height in points in which a chart is written to a file. */
    public static final int HEIGHT = 560;

    private static final List<String> VIEWS = List.of(SCALING_CURVES, ISOFLOP, DIMINISHING_RETURNS, NEXT_PERCENT);

    private static final List<String> FIT_VIEWS = List.of(FIT_BAND, FIT_OPTIMUM, FIT_RESIDUALS, FIT_CLOUD,
            FIT_INFLUENCE);

    private Charts() {
    }

    /**
     * Returns the ids of the views that any study has.
     *
     * @return ids in the order of a report
     */
    public static List<String> views() {
        return VIEWS;
    }

    /**
     * Returns the ids of the views of a law that was fitted to runs.
     *
     * @return ids
     */
    public static List<String> fitViews() {
        return FIT_VIEWS;
    }

    /**
     * Returns the ids of all views.
     *
     * @return those of any study, then those of a fit
     */
    public static List<String> all() {
        return Stream.concat(VIEWS.stream(), FIT_VIEWS.stream()).toList();
    }

    /**
     * Draws a view of a study: with the choices of the first chart that the study saved for this view, or else with
     * all its laws and models.
     *
     * @param view
     *            one of {@link #all()}
     * @param data
     *            the study
     * @param locale
     *            language and number format
     * @return the plot; without any law that the view can draw it is empty and says so in its description
     * @throws CoreException
     *             if there is no such view
     */
    public static Plot plot(String view, StudyData data, Locale locale) {
        return plot(choose(view, data, Chosen.NOTHING, Focus.NONE), Focus.NONE, data, locale, () -> false);
    }

    /**
     * Draws a saved chart.
     *
     * @param data
     *            the study
     * @param chartId
     *            id of one of its charts
     * @param locale
     *            language and number format
     * @return the plot
     * @throws CoreException
     *             if the study has no such chart, or the chart names a view that does not exist
     */
    public static Plot saved(StudyData data, String chartId, Locale locale) {
        ChartData chart = data.charts().stream().filter(saved -> chartId.equals(saved.id())).findFirst()
                .orElseThrow(() -> new CoreException("E_NO_SUCH_CHART", chartId,
                        String.join(", ", data.charts().stream().map(saved -> String.valueOf(saved.id())).toList())));
        return plot(chart, Focus.NONE, data, locale, () -> false);
    }

    /**
     * Says what a view shows. A saved chart of the view that is looked at comes first, then what the user chose, then
     * the law and the budget of a scenario that is looked at, and last what the study says: the first chart that it
     * saved for this view, or all.
     *
     * @param view
     *            one of {@link #all()}
     * @param data
     *            the study
     * @param chosen
     *            what the user chose
     * @param focus
     *            what is looked at
     * @return the chart to draw
     */
    public static ChartData choose(String view, StudyData data, Chosen chosen, Focus focus) {
        List<ChartData> saved = data.charts().stream().filter(chart -> view.equals(chart.view())).toList();
        Optional<ChartData> wanted = saved.stream()
                .filter(chart -> focus.chart() != null && focus.chart().equals(chart.id())).findFirst();
        if (wanted.isPresent()) {
            return wanted.get();
        }
        if (!chosen.isEmpty()) {
            return new ChartData(view, null, null, view, chosen.laws(), chosen.models(), chosen.budgets());
        }
        ScenarioData scenario = data.scenarios().stream()
                .filter(one -> focus.scenario() != null && focus.scenario().equals(one.id())).findFirst().orElse(null);
        if (scenario != null) {
            Double budget = Figures.positive(scenario.computeBudget());
            return new ChartData(view, scenario.name(), null, view,
                    scenario.law() == null ? List.of() : List.of(scenario.law()), List.of(),
                    budget == null ? List.of() : List.of(budget));
        }
        return saved.stream().findFirst()
                .orElseGet(() -> new ChartData(view, null, null, view, List.of(), List.of(), List.of()));
    }

    /**
     * Draws a chart.
     *
     * @param chart
     *            what it shows; it need not be saved in the study
     * @param focus
     *            what stands out in it
     * @param data
     *            the study
     * @param locale
     *            language and number format
     * @param cancelled
     *            asked often; once it says true, drawing ends
     * @return the plot; without any law that the view can draw it is empty and says so in its description
     * @throws CoreException
     *             if the chart names a view that does not exist
     * @throws java.util.concurrent.CancellationException
     *             if it was cancelled
     */
    public static Plot plot(ChartData chart, Focus focus, StudyData data, Locale locale, BooleanSupplier cancelled) {
        Selection selection = Selection.of(data, chart, focus, locale, cancelled);
        return switch (Objects.requireNonNullElse(chart.view(), "")) {
            case SCALING_CURVES -> ScalingCurves.plot(selection);
            case ISOFLOP -> IsoFlop.plot(selection);
            case DIMINISHING_RETURNS -> DiminishingReturnsChart.plot(selection);
            case NEXT_PERCENT -> NextPercent.plot(selection);
            default -> {
                if (!FIT_VIEWS.contains(Objects.requireNonNullElse(chart.view(), ""))) {
                    throw new CoreException("E_NO_SUCH_VIEW", String.valueOf(chart.view()),
                            String.join(", ", all()));
                }
                yield FitViews.plot(selection);
            }
        };
    }

    /**
     * Returns the laws whose curves a chart shows.
     *
     * @param chart
     *            what it shows
     * @param focus
     *            what stands out in it
     * @param data
     *            the study
     * @return laws in the order of the study; one in charts that show one
     */
    public static List<LawData> shownLaws(ChartData chart, Focus focus, StudyData data) {
        Selection selection = Selection.of(data, chart, focus, Locale.ROOT, () -> false);
        boolean single = ISOFLOP.equals(chart.view()) || DIMINISHING_RETURNS.equals(chart.view());
        return single ? selection.single().stream().toList() : selection.lawsOverCompute();
    }

    /**
     * Returns the budgets that a chart shows.
     *
     * @param chart
     *            what it shows
     * @param plot
     *            how it was drawn
     * @return the compute of each curve, or else the budgets of the chart, in FLOP
     */
    public static List<Double> shownBudgets(ChartData chart, Plot plot) {
        if (!ISOFLOP.equals(chart.view())) {
            return chart.budgets();
        }
        return plot.series().stream().map(Series::id).filter(id -> id.startsWith(IsoFlop.CURVE))
                .map(id -> Double.valueOf(id.substring(IsoFlop.CURVE.length(), id.lastIndexOf('.')))).distinct()
                .toList();
    }
}
