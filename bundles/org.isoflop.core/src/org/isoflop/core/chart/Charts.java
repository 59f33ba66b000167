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
import org.isoflop.core.Messages;
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
    /** The strategies of a scenario by any two measures. */
    public static final String TRADE_OFFS = "trade-offs";
    /** What strategies cost in all after so many tokens. */
    public static final String BREAK_EVEN = "break-even";
    /** What strategies cost in all after so many months. */
    public static final String BREAK_EVEN_MONTHS = "break-even-months";
    /** What moves a measure of a strategy most. */
    public static final String SENSITIVITY = "sensitivity";
    /** In which share of the draws each strategy wins. */
    public static final String WIN_SHARES = "win-shares";
    /** Where the winner changes while one input moves. */
    public static final String TIPPING_POINTS = "tipping-points";
    /** What doubling each input of a strategy gains. */
    public static final String STRATEGY_RETURNS = "strategy-returns";
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

    /** Tokens per second against batch size. */
    public static final String SERVING = "serving";
    /** Tokens per second that one user sees against batch size. */
    public static final String SERVING_USER = "serving-user";
    /** Time to the first token against batch size. */
    public static final String SERVING_FIRST_TOKEN = "serving-first-token";
    /** What each user sees against what each device gives. */
    public static final String SERVING_LATENCY = "serving-latency";
    /** Money for a million tokens against batch size. */
    public static final String SERVING_COST = "serving-cost";
    /** Energy of a million tokens against batch size. */
    public static final String SERVING_ENERGY = "serving-energy";
    /** Tokens per second with fewer bits for weights and caches. */
    public static final String SERVING_BITS = "serving-bits";
    /** Memory of one sequence against its length. */
    public static final String CONTEXT_MEMORY = "context-memory";
    /** Cache and state of one sequence against its length. */
    public static final String CONTEXT_CACHE = "context-cache";
    /** FLOP of each token against the length of a sequence. */
    public static final String CONTEXT_COMPUTE = "context-compute";
    /** What the fullest device holds in training, by part. */
    public static final String TRAINING_MEMORY = "training-memory";
    /** Hours of training against the number of devices, with the best layout at each. */
    public static final String LAYOUTS = "layouts";
    /** Rent of training against the number of devices. */
    public static final String LAYOUTS_COST = "layouts-cost";
    /** Devices over time as they are delivered. */
    public static final String DELIVERIES = "deliveries";
    /** Compute that deliveries allow until a date, and when runs are done. */
    public static final String DELIVERIES_COMPUTE = "deliveries-compute";
    /** What an hour of an accelerator cost over the years. */
    public static final String PRICES = "prices";
    /** What an accelerator cost over the years. */
    public static final String PRICES_PURCHASE = "prices-purchase";
    /** Energy of training runs by method. */
    public static final String ENERGY = "energy";
    /** Carbon of training runs by method. */
    public static final String CARBON = "carbon";
    /** Sizes of models over their dates of release. */
    public static final String TIMELINE = "timeline";
    /** Training compute of models over their dates of release. */
    public static final String TIMELINE_COMPUTE = "timeline-compute";
    /** Scores of models against their size. */
    public static final String SCORES = "scores";
    /** Observed losses of models against their size. */
    public static final String OBSERVED_LOSSES = "observed-losses";

    /** Width in points in which a chart is written to a file. */
    public static final int WIDTH = 920;
    /** Height in points in which a chart is written to a file. */
    public static final int HEIGHT = 560;

    private static final List<String> VIEWS = List.of(SCALING_CURVES, ISOFLOP, DIMINISHING_RETURNS, NEXT_PERCENT);

    private static final List<String> SCENARIO_VIEWS = List.of(TRADE_OFFS, BREAK_EVEN, BREAK_EVEN_MONTHS, SENSITIVITY,
            WIN_SHARES, TIPPING_POINTS, STRATEGY_RETURNS);

    private static final List<String> FIT_VIEWS = List.of(FIT_BAND, FIT_OPTIMUM, FIT_RESIDUALS, FIT_CLOUD,
            FIT_INFLUENCE);

    private static final List<String> RESOURCE_VIEWS = List.of(SERVING, SERVING_USER, SERVING_FIRST_TOKEN,
            SERVING_LATENCY, SERVING_COST, SERVING_ENERGY, SERVING_BITS, CONTEXT_MEMORY, CONTEXT_CACHE, CONTEXT_COMPUTE,
            TRAINING_MEMORY, LAYOUTS, LAYOUTS_COST, DELIVERIES, DELIVERIES_COMPUTE, PRICES, PRICES_PURCHASE, ENERGY,
            CARBON, TIMELINE, TIMELINE_COMPUTE, SCORES, OBSERVED_LOSSES);

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
     * Returns the ids of the views of the strategies of a scenario.
     *
     * @return ids
     */
    public static List<String> scenarioViews() {
        return SCENARIO_VIEWS;
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
     * Returns the ids of the views of models and hardware: serving, memory, layouts, deliveries, prices, energy and
     * time. A study has those for which it describes what they need.
     *
     * @return ids
     */
    public static List<String> resourceViews() {
        return RESOURCE_VIEWS;
    }

    /**
     * Returns the ids of all views.
     *
     * @return those of any study, then those of a scenario, then those of models and hardware, then those of a fit
     */
    public static List<String> all() {
        return Stream.of(VIEWS, SCENARIO_VIEWS, RESOURCE_VIEWS, FIT_VIEWS).flatMap(List::stream).toList();
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
            return new ChartData(view, null, null, view, chosen.laws(), chosen.models(), chosen.budgets(),
                    chosen.accelerators(), chosen.clusters(), scenarios(focus), chosen.strategies(), chosen.across(),
                    chosen.up());
        }
        ScenarioData scenario = data.scenarios().stream()
                .filter(one -> focus.scenario() != null && focus.scenario().equals(one.id())).findFirst().orElse(null);
        if (scenario != null) {
            Double budget = Figures.positive(scenario.computeBudget());
            return new ChartData(view, VIEWS.contains(view) ? scenario.name() : null, null, view,
                    scenario.law() == null ? List.of() : List.of(scenario.law()), List.of(),
                    budget == null ? List.of() : List.of(budget), List.of(), List.of(), scenarios(focus),
                    List.of(), null, null);
        }
        return saved.stream().findFirst()
                .orElseGet(() -> new ChartData(view, null, null, view, List.of(), List.of(), List.of()));
    }

    /**
     * Returns the title of a view that draws models and hardware.
     *
     * @param view
     *            one of {@link #resourceViews()}
     * @param locale
     *            the language
     * @return the title of its charts where they have no own
     */
    public static String title(String view, Locale locale) {
        return Messages.text(locale, "chart." + view + ".title");
    }

    private static List<String> scenarios(Focus focus) {
        return focus.scenario() == null ? List.of() : List.of(focus.scenario());
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
            case SERVING, SERVING_USER, SERVING_FIRST_TOKEN, SERVING_LATENCY, SERVING_COST, SERVING_ENERGY,
                    SERVING_BITS ->
                ServingChart.plot(selection, chart.view());
            case CONTEXT_MEMORY -> ContextChart.memory(selection);
            case CONTEXT_CACHE -> ContextChart.cache(selection);
            case CONTEXT_COMPUTE -> ContextChart.compute(selection);
            case TRAINING_MEMORY -> TrainingMemoryChart.plot(selection);
            case LAYOUTS, LAYOUTS_COST -> LayoutsChart.plot(selection, chart.view());
            case DELIVERIES -> DeliveriesChart.devices(selection);
            case DELIVERIES_COMPUTE -> DeliveriesChart.compute(selection);
            case PRICES -> PriceChart.rent(selection);
            case PRICES_PURCHASE -> PriceChart.purchase(selection);
            case ENERGY -> EnergyChart.energy(selection);
            case CARBON -> EnergyChart.carbon(selection);
            case TIMELINE -> TimelineChart.size(selection);
            case TIMELINE_COMPUTE -> TimelineChart.compute(selection);
            case SCORES -> QualityChart.scores(selection);
            case OBSERVED_LOSSES -> QualityChart.losses(selection);
            case TRADE_OFFS -> TradeOffs.plot(selection);
            case BREAK_EVEN -> BreakEvenChart.plot(selection, false);
            case BREAK_EVEN_MONTHS -> BreakEvenChart.plot(selection, true);
            case SENSITIVITY -> SensitivityChart.plot(selection);
            case WIN_SHARES -> WinShares.plot(selection);
            case TIPPING_POINTS -> TippingPointsChart.plot(selection);
            case STRATEGY_RETURNS -> ReturnsChart.plot(selection);
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
        if (RESOURCE_VIEWS.contains(Objects.requireNonNullElse(chart.view(), ""))) {
            return List.of();
        }
        Selection selection = Selection.of(data, chart, focus, Locale.ROOT, () -> false);
        boolean single = ISOFLOP.equals(chart.view()) || DIMINISHING_RETURNS.equals(chart.view());
        return single ? selection.single().stream().toList() : selection.lawsOverCompute();
    }

    /**
     * Returns the scenario that a chart shows.
     *
     * @param chart
     *            what it shows
     * @param focus
     *            what stands out in it
     * @param data
     *            the study
     * @return the one that is looked at or that the chart names, or else the first; empty if the study has none
     */
    public static Optional<ScenarioData> shownScenario(ChartData chart, Focus focus, StudyData data) {
        return Selection.of(data, chart, focus, Locale.ROOT, () -> false).scenario();
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
