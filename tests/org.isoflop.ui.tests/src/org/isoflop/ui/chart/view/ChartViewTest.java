package org.isoflop.ui.chart.view;

import static org.isoflop.ui.WindowProbe.page;
import static org.isoflop.ui.WindowProbe.shell;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.common.command.CommandStack;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Resource;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.XMLMemento;
import org.isoflop.analysis.plot.AxisId;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Series;
import org.isoflop.analysis.plot.Theme;
import org.isoflop.core.chart.Caption;
import org.isoflop.core.chart.Charts;
import org.isoflop.core.chart.Chosen;
import org.isoflop.core.chart.PlotFile;
import org.isoflop.core.chart.SliderRange;
import org.isoflop.model.Chart;
import org.isoflop.model.Constant;
import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.LanguageModel;
import org.isoflop.model.ScalingLaw;
import org.isoflop.model.Study;
import org.isoflop.ui.Ids;
import org.isoflop.ui.Messages;
import org.isoflop.ui.WindowProbe;
import org.isoflop.ui.chart.ChartExport;
import org.isoflop.ui.chart.slider.SliderProbe;
import org.isoflop.ui.chart.slider.StudyQuantity;
import org.isoflop.ui.editor.StudyDocument;
import org.isoflop.ui.editor.StudyEditor;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** The chart views in the real window. */
class ChartViewTest extends ChartViewCase {

    private static final String MINIMAL = "{\n  \"format\": \"isoflop\",\n  \"version\": 1,\n  \"id\": \"%1$s\"\n}\n";

    ChartViewTest() {
        super(List.of(Ids.SCALING_CURVES_VIEW, Ids.ISOFLOP_VIEW, Ids.DIMINISHING_RETURNS_VIEW), "view");
    }

    @Test
    void everyViewDrawsTheStudyInBothThemes() throws Exception {
        open("giants.isoflop");
        for (String theme : List.of(Ids.DARK_THEME, Ids.LIGHT_THEME)) {
            WindowProbe.theme(theme);
            for (String id : List.of(Ids.SCALING_CURVES_VIEW, Ids.ISOFLOP_VIEW, Ids.DIMINISHING_RETURNS_VIEW)) {
                ChartView view = current(id);
                assertFalse(view.chart().shown().series().isEmpty());
                picture(view, id.substring(id.lastIndexOf('.') + 1) + (theme.equals(Ids.DARK_THEME) ? "-dark" : ""));
            }
        }
        ChartView returns = current(Ids.DIMINISHING_RETURNS_VIEW);
        returns.setMeasure(Charts.NEXT_PERCENT);
        untilCurrent(returns);
        assertEquals("the-next-per-cent", returns.chart().plot().id());
    }

    @Test
    void aDragMovesTheCurvesAndIsUndoneInOneStep() throws Exception {
        StudyDocument document = open("giants.isoflop");
        ChartView view = current(Ids.SCALING_CURVES_VIEW);
        byte[] file = document.content();
        double[] before = curve(view.chart().plot());
        StudyQuantity constant = constant(document, "E");
        view.addSlider(constant);
        assertTrue(view.areSlidersShown());
        SliderProbe slider = SliderProbe.of(view.sliders(), 0);
        Scale scale = slider.scale();
        scale.notifyListeners(SWT.MouseDown, new Event());
        for (int i = 0; i < 30; i++) {
            slider.move(scale.getSelection() + 10);
        }
        scale.notifyListeners(SWT.MouseUp, new Event());
        untilCurrent(view);
        assertTrue(curve(view.chart().plot())[100] > before[100] + 0.1);
        CommandStack stack = document.editing().stack();
        assertTrue(stack.getUndoCommand().getLabel().contains("E"), stack.getUndoCommand().getLabel());
        picture(view, "sliders");
        stack.undo();
        assertFalse(stack.canUndo());
        untilCurrent(view);
        assertArrayEquals(before, curve(view.chart().plot()));
        assertArrayEquals(file, document.content());
        assertEquals(slider.range().step(1.817218099), scale.getSelection());
    }

    @Test
    void aSliderTakesWhatIsTypedAndRefusesWhatIsNoNumber() throws Exception {
        StudyDocument document = open("giants.isoflop");
        ChartView view = current(Ids.SCALING_CURVES_VIEW);
        LanguageModel model = document.study().getModels().getFirst();
        view.addSlider(new StudyQuantity(model, IsoflopPackage.Literals.LANGUAGE_MODEL__PARAMETERS));
        SliderProbe slider = SliderProbe.of(view.sliders(), 0);
        Text value = slider.value();
        value.setText("2T");
        value.notifyListeners(SWT.DefaultSelection, new Event());
        assertEquals(2e12, model.getParameters().getValue());
        assertEquals(2e12, slider.range().high(), "the range reaches as far");
        value.setText("many");
        value.notifyListeners(SWT.DefaultSelection, new Event());
        assertEquals(2e12, model.getParameters().getValue());
    }

    @Test
    void anyQuantityCanHaveASliderAndIsFoundAgain() throws Exception {
        StudyDocument document = open("giants.isoflop");
        List<StudyQuantity> all = StudyQuantity.of(document.study());
        assertTrue(all.size() > 60);
        for (StudyQuantity quantity : all) {
            assertEquals(quantity, StudyQuantity.find(document.study(), SliderProbe.path(quantity)).orElseThrow());
            SliderRange range = SliderProbe.range(quantity);
            assertTrue(range.low() <= SliderProbe.value(quantity) && SliderProbe.value(quantity) <= range.high());
        }
    }

    @Test
    void followsWhatIsSelected() throws Exception {
        StudyDocument document = open("giants.isoflop");
        Study study = document.study();
        ChartView curves = current(Ids.SCALING_CURVES_VIEW);
        ChartView isoflop = current(Ids.ISOFLOP_VIEW);
        ScalingLaw muennighoff = study.getLaws().getLast();
        select(muennighoff);
        untilCurrent(isoflop);
        assertTrue(isoflop.chart().plot().notes().getFirst().contains("Muennighoff"), "restricted to the law");
        current(Ids.SCALING_CURVES_VIEW);
        assertNotNull(curves.chart().state().highlighted(), "the law stands out");
        LanguageModel chinchilla = study.getModels().get(2);
        select(chinchilla);
        current(Ids.ISOFLOP_VIEW);
        Series point = series(isoflop.chart().plot(), "selected.0");
        assertEquals(7e10, point.x()[0]);
        picture(isoflop, "isoflop-model");
        select(study.getScenarios().getFirst());
        untilCurrent(isoflop);
        assertTrue(isoflop.chart().plot().series().stream().anyMatch(series -> series.id().equals("strategies")));
        picture(isoflop, "isoflop-scenario");
        Chart saved = study.getCharts().get(3);
        ChartView returns = current(Ids.DIMINISHING_RETURNS_VIEW);
        select(saved);
        untilCurrent(returns);
        assertEquals("the-next-per-cent", returns.chart().plot().id());
        select(study.getCharts().getFirst());
        untilCurrent(returns);
        assertEquals("next-doubling", returns.chart().plot().id());
    }

    @Test
    void followsTheFormsOfTheEditor() throws Exception {
        StudyDocument document = open("giants.isoflop");
        ChartView isoflop = current(Ids.ISOFLOP_VIEW);
        StudyEditor editor = (StudyEditor) page().getActiveEditor();
        page().activate(editor);
        editor.reveal(document.study().getModels().get(2), null);
        WindowProbe.until("the model", () -> isoflop.state() == ChartView.State.CURRENT && isoflop.chart().plot()
                .series().stream().anyMatch(series -> series.id().equals("selected.0")));
        editor.reveal(document.study().getLaws().getLast().getConstants().getFirst(), null);
        WindowProbe.until("the law", () -> isoflop.state() == ChartView.State.CURRENT
                && isoflop.chart().plot().notes().getFirst().contains("Muennighoff"));
    }

    @Test
    void aPinnedViewStaysWithItsStudyUntilThatIsClosed() throws Exception {
        StudyDocument document = open("giants.isoflop");
        ChartView isoflop = current(Ids.ISOFLOP_VIEW);
        select(document.study().getLaws().getLast());
        untilCurrent(isoflop);
        isoflop.setPinned(true);
        assertEquals(Messages.text("chart.pinned", "giants.isoflop"), isoflop.notice());
        Plot pinned = isoflop.chart().plot();
        StudyDocument other = open(Files.writeString(folder.resolve("other.isoflop"), MINIMAL.formatted("other")));
        assertNull(other.data().name());
        WindowProbe.settle();
        assertSame(pinned, isoflop.chart().plot());
        assertEquals(ChartView.State.CURRENT, isoflop.state());
        picture(isoflop, "pinned");
        page().closeEditor(page().findEditor(page().getEditorReferences()[0].getEditorInput()), false);
        WindowProbe.until("the other study", () -> isoflop.state() == ChartView.State.NOTHING);
        assertFalse(isoflop.isPinned());
    }

    @Test
    void keptCurvesStayAndAreNamedAfterWhatChanged() throws Exception {
        StudyDocument document = open("giants.isoflop");
        ChartView view = current(Ids.SCALING_CURVES_VIEW);
        double[] before = curve(view.chart().plot());
        view.keepReference();
        StudyQuantity constant = constant(document, "E");
        view.addSlider(constant);
        SliderProbe.of(view.sliders(), 0).drag(900);
        untilCurrent(view);
        Series kept = series(view.chart().plot(), "reference.0.0");
        assertEquals(before[0], kept.y()[0]);
        assertNotEquals(before[0], curve(view.chart().plot())[0]);
        assertTrue(kept.group().contains("E"), kept.group());
        assertTrue(kept.group().contains(LANGUAGE.equals("fr") ? "1,817" : "1.817"), kept.group());
        picture(view, "kept");
        view.clearReferences();
        assertTrue(view.chart().plot().series().stream().noneMatch(series -> series.id().startsWith("reference")));
    }

    @Test
    void everyStateIsSaidInWords() throws Exception {
        ChartView view = (ChartView) page().showView(Ids.ISOFLOP_VIEW);
        WindowProbe.until("nothing", () -> view.state() == ChartView.State.EMPTY);
        assertEquals(Messages.text("chart.empty"), view.message());
        picture(view, "state-empty");
        CountDownLatch released = new CountDownLatch(1);
        view.pipeline().setCalculation((request, cancelled) -> {
            await(released);
            return request.plot(cancelled);
        });
        open("giants.isoflop");
        WindowProbe.until("computing", () -> view.state() == ChartView.State.COMPUTING);
        assertTrue(view.message().contains("giants.isoflop"), view.message());
        picture(view, "state-computing");
        released.countDown();
        untilCurrent(view);
        view.pipeline().setCalculation((request, cancelled) -> {
            throw new IllegalStateException("for this test");
        });
        view.choose(new Chosen(List.of(), List.of(), List.of(1e20, 1e21)));
        WindowProbe.until("a failure", () -> view.state() == ChartView.State.FAILED);
        assertTrue(view.message().contains(Messages.text("chart.fault")), view.message());
        picture(view, "state-failed");
        view.pipeline().setCalculation(ChartRequest::plot);
        view.choose(Chosen.NOTHING);
        untilCurrent(view);
        open(Files.writeString(folder.resolve("no-law.isoflop"), MINIMAL.formatted("no-law")));
        WindowProbe.until("nothing to draw", () -> view.state() == ChartView.State.NOTHING);
        assertTrue(view.message().startsWith(Messages.text("chart.nothing.noLaw", "no-law.isoflop")), view.message());
        picture(view, "state-nothing");
        Link link = WindowProbe.find(view.messagePage(), Link.class, Link::isVisible);
        Event event = new Event();
        event.text = "editor";
        link.notifyListeners(SWT.Selection, event);
        assertEquals("laws", ((StudyEditor) page().getActiveEditor()).getActivePageInstance().getId());
    }

    @Test
    void aComputationIsCancelledByTheUserAndByClosingTheView() throws Exception {
        AtomicBoolean seen = new AtomicBoolean();
        ChartView view = (ChartView) page().showView(Ids.ISOFLOP_VIEW);
        CountDownLatch started = new CountDownLatch(1);
        ChartRequest.Calculation endless = (request, cancelled) -> {
            started.countDown();
            while (!cancelled.getAsBoolean()) {
                Thread.onSpinWait();
            }
            seen.set(true);
            throw new CancellationException();
        };
        view.pipeline().setCalculation(endless);
        open("giants.isoflop");
        WindowProbe.until("a start", () -> started.getCount() == 0);
        view.pipeline().cancel();
        WindowProbe.until("the end", () -> view.state() == ChartView.State.CANCELLED);
        assertTrue(seen.get());
        assertTrue(view.message().contains("again"), view.message());
        picture(view, "state-cancelled");
        seen.set(false);
        view.choose(new Chosen(List.of(), List.of(), List.of(1e20)));
        WindowProbe.until("a second start", () -> view.pipeline().isBusy());
        page().hideView(view);
        WindowProbe.until("the end", () -> !view.pipeline().isBusy());
    }

    @Test
    void computesTheLatestOnly() throws Exception {
        ChartView view = (ChartView) page().showView(Ids.ISOFLOP_VIEW);
        StudyDocument document = open("giants.isoflop");
        untilCurrent(view);
        CountDownLatch released = new CountDownLatch(1);
        List<ChartRequest> computed = new ArrayList<>();
        view.pipeline().setCalculation((request, cancelled) -> {
            await(released);
            computed.add(request);
            return request.plot(cancelled);
        });
        view.addSlider(constant(document, "E"));
        SliderProbe.of(view.sliders(), 0).drag(600, 610, 620, 630, 640);
        assertEquals(ChartView.State.STALE, view.state());
        released.countDown();
        untilCurrent(view);
        assertTrue(computed.size() <= 2, () -> computed.size() + " of five were computed");
        assertEquals(document.data(), computed.getLast().study());
    }

    @Test
    void remembersItsStateOverClosingAndPerStudy() throws Exception {
        StudyDocument document = open("giants.isoflop");
        ChartView view = current(Ids.SCALING_CURVES_VIEW);
        view.chart().setScale(AxisId.Y, org.isoflop.analysis.plot.Scale.LOG);
        view.chart().setLimits(AxisId.X, 1e20, 1e23);
        view.addSlider(constant(document, "A"));
        view.choose(new Chosen(List.of("hoffmann-2022-rounded"), List.of("gpt-3-175b"), List.of(3e21)));
        untilCurrent(view);
        view.keepReference();
        view.showTable(true);
        view.setPinned(true);
        XMLMemento memento = XMLMemento.createWriteRoot("view");
        view.saveState(memento);
        ViewMemory memory = new ViewMemory();
        memory.read(memento);
        StudyMemory known = memory.of(document.data().id());
        assertEquals(1, known.sliders().size());
        assertEquals(List.of("hoffmann-2022-rounded"), known.chosen().laws());
        assertEquals(List.of(3e21), known.chosen().budgets());
        assertEquals(1e20, known.chart().x().low());
        assertEquals(org.isoflop.analysis.plot.Scale.LOG, known.chart().y().scale());
        assertEquals(1, known.references().size());
        assertEquals(document.data().id(), memento.getString("pinned"));
        page().hideView(view);
        ChartView again = current(Ids.SCALING_CURVES_VIEW);
        assertNotEquals(view, again);
        assertEquals(1, again.sliders().ranges().size());
        assertEquals(1e20, again.chart().state().x().low());
        assertEquals(org.isoflop.analysis.plot.Scale.LOG, again.chart().shown().y().scale());
        assertTrue(again.isTableShown());
        assertTrue(again.isPinned());
        assertTrue(again.chart().plot().series().stream().anyMatch(series -> series.id().startsWith("reference.0")));
        open(Files.writeString(folder.resolve("other.isoflop"), MINIMAL.formatted("other")));
        again.setPinned(false);
        WindowProbe.until("the other", () -> again.state() == ChartView.State.NOTHING);
        assertTrue(again.sliders().ranges().isEmpty(), "another study has its own");
        page().closeEditor(page().getActiveEditor(), false);
        untilCurrent(again);
        assertEquals(1, again.sliders().ranges().size());
        again.resetView();
        untilCurrent(again);
        assertTrue(again.sliders().ranges().isEmpty());
        assertNull(again.chart().state().x().low());
        assertEquals(StudyMemory.NOTHING, again.memory());
    }

    @Test
    void theCaptionSaysByWhatLawsAndFromWhere() throws Exception {
        StudyDocument document = open("giants.isoflop");
        ChartView view = current(Ids.ISOFLOP_VIEW);
        String text = view.caption(Caption.Form.TEXT);
        for (String part : new String[] {view.chart().plot().title(), "besiroglu-2024-huber", "MassiveText",
            "arXiv:2404.10102", document.hash(), "giants.isoflop", LANGUAGE.equals("fr") ? "1,817218099"
                    : "1.817218099"}) {
            assertTrue(text.contains(part), part + " in " + text);
        }
        assertTrue(view.caption(Caption.Form.MARKDOWN).startsWith("**"));
        view.addSlider(constant(document, "E"));
        SliderProbe.of(view.sliders(), 0).drag(900);
        untilCurrent(view);
        assertFalse(view.caption(Caption.Form.TEXT).contains(document.hash()), "the file says otherwise now");
    }

    @Test
    void anExportIsAFileWithItsCaptionBesideIt() throws Exception {
        open("giants.isoflop");
        ChartView view = current(Ids.SCALING_CURVES_VIEW);
        ChartExport export = new ChartExport(shell(), view::caption);
        for (PlotFile.Format format : PlotFile.Format.values()) {
            Path file = folder.resolve("chart" + format.suffix());
            Job job = export.write(view.chart().shown(), new PlotFile(format, Theme.LIGHT, 600, 400, 1), file,
                    Caption.Form.MARKDOWN);
            WindowProbe.until("the file", () -> job.getState() == Job.NONE && job.getResult() != null);
            assertTrue(Files.size(file) > 1000);
        }
        Document svg = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(folder.resolve("chart.svg").toFile());
        assertEquals("svg", svg.getDocumentElement().getNodeName());
        assertNotNull(ImageIO.read(folder.resolve("chart.png").toFile()));
        int points = view.chart().shown().series().stream().mapToInt(Series::size).sum();
        assertEquals(points, Files.readAllLines(folder.resolve("chart.csv")).stream()
                .filter(line -> line.startsWith("series,")).count());
        assertEquals(view.caption(Caption.Form.MARKDOWN), Files.readString(folder.resolve("chart.caption.md")));
    }

    @Test
    void keepsWhatIsShownAsAChartOfTheStudy() throws Exception {
        StudyDocument document = open("giants.isoflop");
        ChartView view = current(Ids.ISOFLOP_VIEW);
        select(document.study().getScenarios().getFirst());
        untilCurrent(view);
        List<String> curves = view.chart().plot().series().stream().map(Series::id)
                .filter(id -> id.startsWith("budget.")).toList();
        view.keepAsChart("My valleys");
        Chart chart = document.study().getCharts().getLast();
        assertEquals("my-valleys", chart.getId());
        assertEquals(List.of("besiroglu-2024-huber"), chart.getLaws().stream().map(ScalingLaw::getId).toList());
        Plot saved = Charts.saved(document.data(), "my-valleys", Locale.getDefault());
        assertEquals(curves, saved.series().stream().map(Series::id).filter(id -> id.startsWith("budget.")).toList());
        assertTrue(document.editing().stack().getUndoCommand().getLabel().contains("My valleys"));
        document.editing().stack().undo();
        assertEquals(4, document.study().getCharts().size());
        assertFalse(document.isDirty());
    }

    @Test
    void theTableHoldsTheNumbersThatAreDrawn() throws Exception {
        open("giants.isoflop");
        ChartView view = current(Ids.SCALING_CURVES_VIEW);
        view.showTable(true);
        int points = view.chart().shown().series().stream().mapToInt(Series::size).sum();
        assertEquals(points, view.table().table().getItemCount());
        String[] lines = view.table().text(0, 1).split(System.lineSeparator());
        assertEquals(3, lines.length);
        Series first = view.chart().shown().series().getFirst();
        assertEquals(first.x()[1], Double.parseDouble(lines[2].split("\t")[2]));
        assertEquals(first.y()[1], Double.parseDouble(lines[2].split("\t")[3]));
        picture(view, "table");
        view.showTable(false);
    }

    @Test
    void aThousandUpdatesLeaveNothing() throws Exception {
        StudyDocument document = open("giants.isoflop");
        ChartView view = current(Ids.SCALING_CURVES_VIEW);
        view.addSlider(constant(document, "E"));
        SliderProbe slider = SliderProbe.of(view.sliders(), 0);
        slider.drag(400, 410, 420);
        untilCurrent(view);
        List<Error> lost = new ArrayList<>();
        int listeners = WindowProbe.countListeners(shell());
        int[] shown = {0};
        ChartPipelineCount counted = new ChartPipelineCount(shown);
        view.pipeline().setCalculation(counted);
        Resource.setNonDisposeHandler(lost::add);
        try {
            slider.scale().notifyListeners(SWT.MouseDown, new Event());
            for (int i = 0; i < 1000; i++) {
                slider.move(200 + i * 7 % 600);
                if (i % 10 == 0) {
                    untilCurrent(view);
                }
            }
            slider.scale().notifyListeners(SWT.MouseUp, new Event());
            untilCurrent(view);
            System.gc();
            WindowProbe.settle();
        } finally {
            Resource.setNonDisposeHandler(null);
        }
        assertTrue(shown[0] >= 100);
        assertTrue(lost.isEmpty(), () -> lost.getFirst().toString());
        assertEquals(listeners, WindowProbe.countListeners(shell()));
        BasicCommandStack stack = document.editing().stack();
        stack.undo();
        stack.undo();
        assertFalse(stack.canUndo(), "two drags, two steps");
    }

    /** Counts what is computed. */
    private record ChartPipelineCount(int[] count) implements ChartRequest.Calculation {

        @Override
        public Plot plot(ChartRequest request, BooleanSupplier cancelled) {
            count[0]++;
            return request.plot(cancelled);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new CancellationException(e.getMessage());
        }
    }

    private static double[] curve(Plot plot) {
        List<Double> values = new ArrayList<>();
        String group = plot.series().stream().filter(one -> !one.id().startsWith("reference")).findFirst()
                .orElseThrow().group();
        plot.series().stream().filter(one -> one.group().equals(group)).forEach(one -> {
            for (double y : one.y()) {
                values.add(y);
            }
        });
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Series series(Plot plot, String id) {
        Set<String> ids = Set.copyOf(plot.series().stream().map(Series::id).toList());
        assertTrue(ids.contains(id), ids::toString);
        return plot.series().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    private static StudyQuantity constant(StudyDocument document, String symbol) {
        for (Constant constant : document.study().getLaws().getFirst().getConstants()) {
            if (constant.getSymbol().equals(symbol)) {
                return new StudyQuantity(constant, IsoflopPackage.Literals.CONSTANT__VALUE);
            }
        }
        throw new AssertionError(symbol);
    }

    /** Selects something as the editor, the outline or the findings do. */
    private static void select(EObject object) {
        for (String id : List.of(Ids.SCALING_CURVES_VIEW, Ids.ISOFLOP_VIEW, Ids.DIMINISHING_RETURNS_VIEW)) {
            IViewPart view = page().findView(id);
            if (view != null) {
                ((ChartView) view).following().selectionChanged(page().getActiveEditor(),
                        new StructuredSelection(object));
            }
        }
    }
}
