package org.isoflop.ui.chart.view;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Series;
import org.isoflop.core.Refusal;
import org.isoflop.core.chart.Caption;
import org.isoflop.core.chart.Charts;
import org.isoflop.core.chart.Chosen;
import org.isoflop.core.chart.Focus;
import org.isoflop.core.chart.Reference;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyData.ChartData;
import org.isoflop.core.mapping.StudyData.LawData;
import org.isoflop.model.Chart;
import org.isoflop.model.IsoflopFactory;
import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.LanguageModel;
import org.isoflop.model.ScalingLaw;
import org.isoflop.model.Scenario;
import org.isoflop.model.Study;
import org.isoflop.model.Text;
import org.isoflop.ui.Ids;
import org.isoflop.ui.Log;
import org.isoflop.ui.Messages;
import org.isoflop.ui.ThemeWatch;
import org.isoflop.ui.chart.ChartControl;
import org.isoflop.ui.chart.ChartState;
import org.isoflop.ui.chart.slider.QuantityDialog;
import org.isoflop.ui.chart.slider.SliderStrip;
import org.isoflop.ui.chart.slider.StudyQuantity;
import org.isoflop.ui.edit.Edits;
import org.isoflop.ui.editor.StudyDocument;
import org.isoflop.ui.editor.StudyEditor;

/** A view that draws charts of the study in the active editor and follows what is selected in it. */
public abstract class ChartView extends ViewPart {

    private static final int MARGIN = 8;
    /** A chart that is out of date for less than so many milliseconds is not said to be. */
    private static final int STALE_DELAY = 300;

    /** What the view shows. */
    enum State {
        /** No study is open. */
        EMPTY,
        /** A chart is on its way and there is none to show meanwhile. */
        COMPUTING,
        /** The chart is that of the study. */
        CURRENT,
        /** The chart is that of an earlier state of the study, and another is on its way. */
        STALE,
        /** The study has nothing that the chart could show, and the view says what is missing. */
        NOTHING,
        /** The user has ended the computation. */
        CANCELLED,
        /** There is no chart, and the view says why. */
        FAILED
    }

    private final List<String> measures;
    private final List<ChoiceBar.Kind> choices;
    private final List<String> chosenIn;
    private final ViewMemory memories = new ViewMemory();
    private final Runnable documentChanged = this::update;
    private final Runnable staleNoticed = this::noticeStale;
    private Following following;
    private ChartPipeline pipeline;
    private ChartActions actions;
    private ThemeWatch themes;
    private State state = State.EMPTY;
    private StudyDocument document;
    private String remembered;
    private StudyMemory memory = StudyMemory.NOTHING;
    private List<Kept> kept = List.of();
    private ChartRequest wanted;
    private ChartRequest drawn;
    private Plot plot;
    private Plot held;
    private String followed;
    private boolean slidersShown;
    private boolean tableShown;
    private boolean restoring;
    private Composite stack;
    private MessagePage message;
    private Composite chartPage;
    private Label notice;
    private ChoiceBar choiceBar;
    private Composite body;
    private ChartControl chart;
    private DataTable table;
    private SliderStrip sliders;
    private String readOut = "";

    /**
     * Creates a view.
     *
     * @param measures
     *            ids of the charts that it can draw, the first of them first
     */
    protected ChartView(List<String> measures) {
        this(measures, List.of(), List.of());
    }

    /**
     * Creates a view with drop-downs over some of its charts.
     *
     * @param measures
     *            ids of the charts that it can draw, the first of them first
     * @param choices
     *            the drop-downs
     * @param chosenIn
     *            ids of the charts that they are for
     */
    ChartView(List<String> measures, List<ChoiceBar.Kind> choices, List<String> chosenIn) {
        this.measures = measures;
        this.choices = choices;
        this.chosenIn = chosenIn;
    }

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        following = new Following(site.getPage(), this::update);
        if (memento != null) {
            memories.read(memento);
            slidersShown = Boolean.TRUE.equals(memento.getBoolean("sliders"));
            tableShown = Boolean.TRUE.equals(memento.getBoolean("table"));
            if (memento.getString("pinned") != null) {
                following.await(memento.getString("pinned"), focus(memento));
            }
        }
    }

    @Override
    public void saveState(IMemento memento) {
        memories.save(memento);
        memento.putBoolean("sliders", slidersShown);
        memento.putBoolean("table", tableShown);
        if (following.isPinned() && document != null && document.data() != null && document.data().id() != null) {
            memento.putString("pinned", document.data().id());
            Focus focus = following.focus();
            focus.laws().forEach(id -> memento.createChild("law").putString("id", id));
            focus.models().forEach(id -> memento.createChild("model").putString("id", id));
            focus.accelerators().forEach(id -> memento.createChild("accelerator").putString("id", id));
            focus.clusters().forEach(id -> memento.createChild("cluster").putString("id", id));
            put(memento, "scenario", focus.scenario());
            put(memento, "chart", focus.chart());
        }
    }

    private static void put(IMemento memento, String key, String value) {
        if (value != null) {
            memento.putString(key, value);
        }
    }

    private static Focus focus(IMemento memento) {
        return new Focus(ids(memento, "law"), ids(memento, "model"), memento.getString("scenario"),
                memento.getString("chart"), ids(memento, "accelerator"), ids(memento, "cluster"));
    }

    private static List<String> ids(IMemento memento, String type) {
        List<String> ids = new ArrayList<>();
        for (IMemento child : memento.getChildren(type)) {
            ids.add(Objects.toString(child.getString("id"), ""));
        }
        return ids;
    }

    @Override
    public void createPartControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        page.setData(Ids.STYLE_CLASS_KEY, Ids.STYLE_CLASS);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
        choiceBar = new ChoiceBar(page, choices, measures, this::setMeasure, change -> choose(change.apply(memory
                .chosen())));
        stack = new Composite(page, SWT.NONE);
        stack.setLayout(new StackLayout());
        stack.setData(Ids.STYLE_CLASS_KEY, Ids.STYLE_CLASS);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
        message = new MessagePage(stack, Map.of("studies", this::openStudies, "editor", this::showLaws,
                "again", this::computeAgain, "cancel", () -> pipeline.cancel()));

        chartPage = new Composite(stack, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(chartPage);
        notice = new Label(chartPage, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).indent(MARGIN, MARGIN / 2).exclude(true).applyTo(notice);
        notice.setVisible(false);
        body = new Composite(chartPage, SWT.NONE);
        body.setLayout(new StackLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        chart = new ChartControl(body);
        chart.onReadOut(text -> {
            readOut = text;
            getViewSite().getActionBars().getStatusLineManager().setMessage(text);
        });
        chart.onChange(this::chartChanged);
        chart.setCaption(this::caption);
        table = new DataTable(body);
        sliders = new SliderStrip(chartPage, () -> remember(known -> known.withSliders(sliders.ranges())),
                this::dragging, this::addSlider);
        GridDataFactory.fillDefaults().grab(true, false).exclude(!slidersShown).applyTo(sliders.control());
        sliders.control().setVisible(slidersShown);

        pipeline = new ChartPipeline(getPartName(), stack.getDisplay(), new Answers());
        actions = new ChartActions(this, measures);
        actions.fill(getViewSite().getActionBars());
        themes = new ThemeWatch(getSite(), stack, this::redraw);
        following.start();
        update();
    }

    /** Turns to what is followed now, and asks for its chart if that is another one. */
    private void update() {
        if (stack == null || stack.isDisposed()) {
            return;
        }
        if (following.document() != document) {
            turn(following.document());
        }
        if (document == null) {
            exclude(choiceBar.control(), true);
            show(State.EMPTY);
            return;
        }
        switch (document.state()) {
            case READING -> show(plot == null ? State.COMPUTING : State.STALE);
            case UNREADABLE -> {
                pipeline.abandon();
                wanted = null;
                if (plot == null) {
                    fail(Messages.text("chart.unreadable", MessagePage.plain(document.name())));
                } else {
                    show(State.STALE);
                }
            }
            case READY -> compute();
        }
    }

    private void turn(StudyDocument next) {
        if (document != null) {
            document.removeListener(documentChanged);
        }
        pipeline.abandon();
        document = next;
        wanted = null;
        drawn = null;
        plot = null;
        held = null;
        remembered = null;
        kept = List.of();
        memory = StudyMemory.NOTHING;
        sliders.show(null, false, Map.of());
        if (document != null) {
            document.addListener(documentChanged);
        }
    }

    private void compute() {
        recall();
        following.read();
        StudyData study = document.data();
        Focus focus = following.focus();
        String measure = measure(study, focus);
        ChartRequest request = new ChartRequest(study, Charts.choose(measure, study, memory.chosen(), focus), focus);
        sliders.show(document.editing(), document.isComplete(), memory.sliders());
        boolean answered = state == State.CURRENT || state == State.NOTHING || state == State.CANCELLED;
        if (request.equals(wanted) && (answered || pipeline.isBusy())) {
            show(state);
            return;
        }
        wanted = request;
        choiceBar.show(request);
        exclude(choiceBar.control(), !chosenIn.contains(request.chart().view()));
        show(plot == null ? State.COMPUTING : State.STALE);
        pipeline.request(request);
    }

    /** Remembers what the view has shown of this study before. */
    private void recall() {
        String id = String.valueOf(document.data().id());
        if (id.equals(remembered)) {
            return;
        }
        remembered = id;
        memory = memories.of(id);
        kept = memory.references().stream().map(Kept::known).toList();
        followed = memory.chart().highlighted();
        restoring = true;
        chart.restore(memory.chart());
        restoring = false;
    }

    private void remember(UnaryOperator<StudyMemory> change) {
        if (remembered != null) {
            memory = change.apply(memory);
            memories.put(remembered, memory);
        }
        actions.update();
    }

    /** The chart to draw: a selected one, or what the user chose. */
    private String measure(StudyData study, Focus focus) {
        Optional<String> selected = study.charts().stream()
                .filter(saved -> saved.id() != null && saved.id().equals(focus.chart())).map(ChartData::view)
                .filter(measures::contains).findFirst();
        return selected.orElseGet(this::measure);
    }

    /** The chart that the user chose of those that the view can draw. */
    String measure() {
        return memory.measure() != null && measures.contains(memory.measure()) ? memory.measure()
                : measures.getFirst();
    }

    void setMeasure(String id) {
        remember(known -> known.withMeasure(id));
        update();
    }

    private void draw(Plot newPlot, ChartRequest request) {
        if (drawn != null && !Objects.equals(drawn.chart().view(), request.chart().view())) {
            // What was zoomed in one chart means nothing in another.
            chart.restore(ChartState.INITIAL);
        }
        plot = newPlot;
        drawn = request;
        if (plot.isEmpty()) {
            plot = null;
            message.show(saysItself(request.chart().view())
                    ? nothing(newPlot)
                    : nothing(request));
            show(State.NOTHING);
            return;
        }
        redraw();
        highlight(request);
        show(request == wanted ? State.CURRENT : State.STALE);
    }

    private void redraw() {
        if (plot == null || document == null) {
            return;
        }
        if (!kept.isEmpty() && document.study() != null) {
            List<Kept> named = kept.stream().map(one -> one.named(document.study())).toList();
            if (!named.equals(kept)) {
                setKept(named);
            }
        }
        Plot whole = Reference.behind(plot, memory.references());
        chart.show(held == null ? whole : Reference.holding(whole, held), ThemeWatch.of(stack));
        if (tableShown) {
            table.show(chart.shown());
        }
    }

    /** Lets the curve of the law that is selected stand out. */
    private void highlight(ChartRequest request) {
        String group = null;
        if (request.focus().laws().size() == 1) {
            String id = request.focus().laws().getFirst() + ".";
            Set<String> groups = new LinkedHashSet<>();
            plot.series().stream().map(Series::group).forEach(groups::add);
            group = groups.size() < 2 ? null
                    : plot.series().stream().filter(series -> series.id().startsWith(id)).map(Series::group).findFirst()
                            .orElse(null);
        }
        if (!Objects.equals(group, followed)) {
            followed = group;
            chart.highlight(group);
        }
    }

    private static boolean saysItself(String view) {
        return Charts.scenarioViews().contains(view) || Charts.resourceViews().contains(view);
    }

    /** What an empty chart of a scenario or of hardware says itself, with its notes. */
    private static String nothing(Plot empty) {
        return Stream.concat(Stream.of(empty.description()), empty.notes().stream()).map(MessagePage::plain)
                .collect(Collectors.joining("\n\n"));
    }

    private String nothing(ChartRequest request) {
        StringBuilder sentence = new StringBuilder();
        StudyData study = request.study();
        String name = MessagePage.plain(document.name());
        List<LawData> broken = study.laws().stream().filter(law -> law.problem() != null).toList();
        if (study.laws().isEmpty()) {
            sentence.append(Messages.text("chart.nothing.noLaw", name));
        } else {
            sentence.append(Messages.text("chart.nothing." + request.chart().view(), name));
            for (LawData law : broken) {
                if (Refusal.isRefusal(law.problem())) {
                    sentence.append("\n")
                            .append(MessagePage.plain(Refusal.message(law.problem(), Locale.getDefault())));
                }
            }
        }
        return sentence.append("\n\n").append(Messages.text("chart.nothing.editor")).toString();
    }

    private void fail(String sentence) {
        message.show(sentence);
        show(State.FAILED);
    }

    private void show(State newState) {
        state = newState;
        switch (state) {
            case EMPTY -> message.show(Messages.text("chart.empty"));
            case COMPUTING -> message.show(document.state() == StudyDocument.State.READING
                    ? Messages.text("chart.reading", MessagePage.plain(document.name()))
                    : Messages.text("chart.computing", getPartName(), MessagePage.plain(document.name())));
            case CANCELLED -> message.show(Messages.text("chart.cancelled", getPartName()));
            case STALE -> stack.getDisplay().timerExec(STALE_DELAY, staleNoticed);
            case CURRENT, FAILED, NOTHING -> {
            }
        }
        if (state != State.STALE) {
            notice(following.isPinned() && document != null
                    ? Messages.text("chart.pinned", document.name())
                    : "");
        }
        boolean drawing = state == State.CURRENT || state == State.STALE;
        top(stack, drawing ? chartPage : message.control());
        top(body, tableShown ? table.control() : chart.control());
        actions.update();
    }

    private static void top(Composite parent, Control control) {
        StackLayout layout = (StackLayout) parent.getLayout();
        if (layout.topControl != control) {
            layout.topControl = control;
            parent.layout();
        }
    }

    private void noticeStale() {
        if (!stack.isDisposed() && state == State.STALE && document != null) {
            notice(switch (document.state()) {
                case READING -> Messages.text("chart.stale", document.name());
                case UNREADABLE -> Messages.text("chart.staleUnreadable", document.name());
                case READY -> Messages.text("chart.staleComputing");
            });
        }
    }

    private void notice(String sentence) {
        if (!sentence.equals(notice.getText())) {
            notice.setText(sentence);
            exclude(notice, sentence.isEmpty());
        }
    }

    private void exclude(Control control, boolean excluded) {
        ((GridData) control.getLayoutData()).exclude = excluded;
        control.setVisible(!excluded);
        control.getParent().layout();
    }

    private void chartChanged() {
        if (!restoring) {
            remember(known -> known.withChart(chart.state()));
        }
        if (tableShown && chart.shown() != null) {
            table.show(chart.shown());
        }
    }

    private void dragging(boolean moving) {
        held = moving ? chart.plot() : null;
        if (!moving) {
            redraw();
        }
    }

    private void computeAgain() {
        wanted = null;
        update();
    }

    private void openStudies() {
        try {
            getSite().getPage().showView(Ids.STUDIES_VIEW);
        } catch (PartInitException e) {
            Log.error(Ids.STUDIES_VIEW, e);
        }
    }

    private void showLaws() {
        for (IEditorReference reference : getSite().getPage().getEditorReferences()) {
            if (reference.getEditor(false) instanceof StudyEditor editor && editor.document() == document) {
                getSite().getPage().activate(editor);
                editor.reveal(document.study(), IsoflopPackage.Literals.STUDY__LAWS);
            }
        }
    }

    /** Keeps the present curves to compare later ones with. */
    void keepReference() {
        if (isDrawing() && document.study() != null) {
            List<Kept> more = new ArrayList<>(kept);
            more.add(Kept.of(Reference.of(plot, Messages.text("chart.reference")), document.study()));
            setKept(more);
            redraw();
        }
    }

    void clearReferences() {
        setKept(List.of());
        redraw();
    }

    private void setKept(List<Kept> references) {
        kept = List.copyOf(references);
        remember(known -> known.withReferences(kept.stream().map(Kept::reference).toList()));
    }

    boolean hasReferences() {
        return !kept.isEmpty();
    }

    boolean isPinned() {
        return following.isPinned();
    }

    void setPinned(boolean pinned) {
        following.setPinned(pinned);
        show(state);
    }

    boolean isDrawing() {
        return state == State.CURRENT || state == State.STALE;
    }

    boolean canEdit() {
        return document != null && document.editing() != null && document.isComplete();
    }

    boolean hasDocument() {
        return document != null && document.data() != null;
    }

    boolean areSlidersShown() {
        return slidersShown;
    }

    void showSliders(boolean shown) {
        slidersShown = shown;
        exclude(sliders.control(), !shown);
        if (shown) {
            sliders.setFocus();
        }
        actions.update();
    }

    /** Adds a slider for what is selected in the editor, or asks for what. */
    void addSlider() {
        if (!canEdit()) {
            return;
        }
        List<EObject> selected = following.selected();
        EObject start = selected.isEmpty() ? null : selected.getFirst();
        Optional<StudyQuantity> quantity = selected.size() == 1 ? StudyQuantity.at(start) : Optional.empty();
        quantity.or(() -> new QuantityDialog(stack.getShell(), document.study(), start).ask())
                .ifPresent(this::addSlider);
    }

    void addSlider(StudyQuantity quantity) {
        if (!slidersShown) {
            showSliders(true);
        }
        sliders.add(quantity);
    }

    boolean isTableShown() {
        return tableShown;
    }

    void showTable(boolean shown) {
        tableShown = shown;
        if (shown && chart.shown() != null) {
            table.show(chart.shown());
        }
        show(state);
        setFocus();
    }

    /** Asks which laws, models and budgets to show. */
    void choose() {
        if (wanted != null) {
            new ChooseDialog(stack.getShell(), document.data(), wanted.chart()).ask().ifPresent(this::choose);
        }
    }

    void choose(Chosen chosen) {
        remember(known -> known.withChosen(chosen));
        update();
    }

    /** Asks for a name and writes what is shown as a chart into the study. */
    void keepAsChart() {
        if (!isDrawing() || !canEdit()) {
            return;
        }
        InputDialog dialog = new InputDialog(stack.getShell(), Messages.text("chart.keep.title"),
                Messages.text("chart.keep.message"), plot.title(),
                name -> name.isBlank() ? Messages.text("chart.keep.noName") : null);
        if (dialog.open() == Window.OK) {
            keepAsChart(dialog.getValue().strip());
        }
    }

    void keepAsChart(String name) {
        Study study = document.study();
        Chart element = IsoflopFactory.eINSTANCE.createChart();
        element.setId(org.isoflop.model.Ids.unique(name, study));
        element.setName(Text.of(name));
        element.setView(drawn.chart().view());
        Set<String> laws = new LinkedHashSet<>(drawn.chart().laws());
        Charts.shownLaws(drawn.chart(), drawn.focus(), drawn.study()).forEach(law -> laws.add(law.id()));
        Set<String> models = new LinkedHashSet<>(drawn.chart().models());
        models.addAll(drawn.focus().models());
        new Edits(document.editing()).run(Messages.text("chart.keep.command", name), List.of(element), () -> {
            for (ScalingLaw law : study.getLaws()) {
                if (laws.contains(law.getId())) {
                    element.getLaws().add(law);
                }
            }
            for (LanguageModel model : study.getModels()) {
                if (models.contains(model.getId())) {
                    element.getModels().add(model);
                }
            }
            Charts.shownScenario(drawn.chart(), drawn.focus(), drawn.study())
                    .filter(one -> Charts.scenarioViews().contains(drawn.chart().view()))
                    .ifPresent(shown -> study.getScenarios().stream().filter(one -> shown.id().equals(one.getId()))
                            .forEach(one -> keepScenario(element, one)));
            study.getAccelerators().stream().filter(one -> drawn.chart().accelerators().contains(one.getId()))
                    .forEach(element.getAccelerators()::add);
            study.getClusters().stream().filter(one -> drawn.chart().clusters().contains(one.getId()))
                    .forEach(element.getClusters()::add);
            element.getBudgets().addAll(Charts.shownBudgets(drawn.chart(), plot));
            study.getCharts().add(element);
        });
    }

    private void keepScenario(Chart element, Scenario scenario) {
        element.getScenarios().add(scenario);
        scenario.getStrategies().stream().filter(one -> drawn.chart().strategies().contains(one.getId()))
                .forEach(one -> element.getStrategies().add(one));
        element.setAcross(drawn.chart().across());
        element.setUp(drawn.chart().up());
    }

    /** Writes the caption of the chart as it is shown. */
    String caption(Caption.Form form) {
        boolean saved = document.file() != null && !document.isDirty();
        Caption.Origin origin = new Caption.Origin(
                document.file() == null ? null : String.valueOf(document.file().getFileName()),
                saved ? document.hash() : null);
        return Caption.write(chart.shown(), drawn.chart(), drawn.focus(), drawn.study(), origin, Locale.getDefault(),
                form);
    }

    void copyCaption(Caption.Form form) {
        if (isDrawing()) {
            Clipboard clipboard = new Clipboard(stack.getDisplay());
            try {
                clipboard.setContents(new Object[] {caption(form)}, new Transfer[] {TextTransfer.getInstance()});
            } finally {
                clipboard.dispose();
            }
        }
    }

    /** Forgets all that the user has made of the view. */
    void resetView() {
        remember(known -> StudyMemory.NOTHING);
        kept = List.of();
        followed = null;
        chart.restore(ChartState.INITIAL);
        if (slidersShown) {
            showSliders(false);
        }
        tableShown = false;
        if (following.isPinned()) {
            following.setPinned(false);
        }
        wanted = null;
        update();
    }

    /** The chart. */
    ChartControl chart() {
        return chart;
    }

    State state() {
        return state;
    }

    /** The drop-downs over the chart. */
    ChoiceBar choices() {
        return choiceBar;
    }

    /** What the view says when it shows no chart. */
    String message() {
        return message.text();
    }

    /** Where the view says so. */
    Composite messagePage() {
        return message.control();
    }

    /** What the view says above its chart, empty for nothing. */
    String notice() {
        return notice.getText();
    }

    /** What the status line says of the cursor. */
    String readOut() {
        return readOut;
    }

    ChartPipeline pipeline() {
        return pipeline;
    }

    Following following() {
        return following;
    }

    /** What the view remembers of the study that it shows. */
    StudyMemory memory() {
        return memory;
    }

    SliderStrip sliders() {
        return sliders;
    }

    DataTable table() {
        return table;
    }

    @Override
    public void setFocus() {
        if (!isDrawing()) {
            message.setFocus();
        } else if (tableShown) {
            table.table().setFocus();
        } else {
            chart.control().forceFocus();
        }
    }

    @Override
    public void dispose() {
        if (pipeline != null) {
            pipeline.dispose();
        }
        if (document != null) {
            document.removeListener(documentChanged);
        }
        if (themes != null) {
            themes.dispose();
        }
        following.dispose();
        super.dispose();
    }

    private final class Answers implements ChartPipeline.Listener {

        @Override
        public void drawn(ChartRequest request, Plot newPlot) {
            if (!stack.isDisposed() && document != null && wanted != null) {
                draw(newPlot, request);
            }
        }

        @Override
        public void failed(ChartRequest request, String sentence) {
            if (!stack.isDisposed() && request == wanted) {
                plot = null;
                fail(Messages.text("chart.failed", getPartName(), MessagePage.plain(sentence)));
            }
        }

        @Override
        public void cancelled(ChartRequest request) {
            if (!stack.isDisposed() && request == wanted) {
                show(State.CANCELLED);
            }
        }
    }
}
