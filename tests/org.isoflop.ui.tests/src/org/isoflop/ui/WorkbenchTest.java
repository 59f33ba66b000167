package org.isoflop.ui;

import static org.isoflop.ui.Window.shell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Resource;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.isoflop.analysis.plot.Palette;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Theme;
import org.isoflop.core.example.Examples;
import org.isoflop.ui.chart.view.ChartProbe;
import org.isoflop.ui.editor.StudyDocument;
import org.isoflop.ui.editor.StudyEditor;
import org.isoflop.ui.input.OpenStudies;
import org.isoflop.ui.preference.Preferences;
import org.isoflop.ui.studies.RecentStudies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbench in a real window. */
class WorkbenchTest {

    private static final String EXAMPLE = "end-of-the-giants";
    private static final String LANGUAGE = Locale.getDefault().getLanguage();

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws Exception {
        shell().setBounds(0, 0, 1280, 860);
        Preferences.setShowsWelcome(false);
        Window.theme(Ids.LIGHT_THEME);
        Window.execute(Ids.RESET_LAYOUT);
        Window.closeEditors();
    }

    @AfterEach
    void end() {
        Window.closeEditors();
    }

    @Test
    void opensTheProductWithItsPerspective() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        assertEquals(Ids.PERSPECTIVE, window.getActivePage().getPerspective().getId());
        assertEquals("org.isoflop.ui.product", Platform.getProduct().getId());
        assertNotNull(window.getActivePage().findView(Ids.STUDIES_VIEW));
        assertNotNull(window.getActivePage().findView(Ids.SCALING_CURVES_VIEW));
        assertEquals("Isoflop", shell().getText());
        assertTrue(shell().getImages().length >= 3, "the window has icons");
        assertEquals(ChartProbe.State.EMPTY, chart().state());
        assertEquals(Messages.text("chart.empty"), chart().message());
        Window.picture(shell(), "empty-" + LANGUAGE);
    }

    @Test
    void showsOnlyMenusOfItsOwn() {
        List<String> menus = new ArrayList<>();
        for (MenuItem item : shell().getMenuBar().getItems()) {
            menus.add(item.getText());
        }
        assertEquals(List.of(Messages.text("menu.file"), Messages.text("menu.edit"), Messages.text("menu.window"),
                Messages.text("menu.help")),
                menus);
    }

    @Test
    void opensTheExampleFromTheStudiesView() throws IOException {
        StudyEditor editor = openExample();
        assertTrue(editor.getTitle().length() > 3);
        Plot plot = chart().plot();
        assertFalse(plot.series().isEmpty());
        CTabFolder tabs = Window.find(editorControl(editor), CTabFolder.class, folder -> true);
        List<String> pages = new ArrayList<>();
        for (CTabItem item : tabs.getItems()) {
            pages.add(item.getText());
        }
        assertEquals(LANGUAGE.equals("fr")
                ? List.of("Aperçu", "Modèles", "Données", "Matériel", "Lois", "Entraînements", "Scénarios",
                        "Stratégies", "Graphiques", "Sources")
                : List.of("Overview", "Models", "Data", "Hardware", "Laws", "Runs", "Scenarios", "Strategies", "Charts",
                        "Sources"),
                pages);
        ImageData picture = Window.picture(shell(), "example-light-" + LANGUAGE);
        plot.series().forEach(series -> assertTrue(
                Window.holds(picture, Palette.colour(series.colour(), Theme.LIGHT)), series.name()));
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
        assertTrue(RecentStudies.list().stream().noneMatch(path -> path.toString().contains(EXAMPLE + ".isoflop")
                && !path.startsWith(Path.of(System.getProperty("java.io.tmpdir")))));
    }

    @Test
    void drawsTheChartInTheColoursOfTheTheme() throws Exception {
        openExample();
        assertEquals(Theme.LIGHT.background(), corner(Window.picture(chart().control(), "chart-light-" + LANGUAGE)));
        Window.theme(Ids.DARK_THEME);
        assertEquals(Theme.DARK.background(), corner(Window.picture(chart().control(), "chart-dark-" + LANGUAGE)));
        ImageData dark = Window.picture(shell(), "example-dark-" + LANGUAGE);
        chart().plot().series().forEach(series -> assertTrue(
                Window.holds(dark, Palette.colour(series.colour(), Theme.DARK)), series.name()));
        Window.theme(Ids.LIGHT_THEME);
        assertEquals(Theme.LIGHT.background(), corner(Window.picture(chart().control(), "chart-light-" + LANGUAGE)));
        Tree studies = Window.find(shell(), Tree.class, tree -> tree.getColumnCount() == 0 && tree.isVisible());
        assertTrue(Window.holds(Window.picture(studies, "studies-light-again-" + LANGUAGE), "#000000"),
                "dark text on light");
    }

    @Test
    void readsAllSeriesAtTheCursor() {
        openExample();
        Event event = new Event();
        event.keyCode = SWT.ARROW_RIGHT;
        chart().control().notifyListeners(SWT.KeyDown, event);
        String axis = chart().plot().x().title().replaceFirst(" \\(.*", "");
        assertTrue(chart().readOut().contains(axis), chart().readOut());
        assertTrue(chart().readOut().contains(chart().plot().series().get(0).name()), chart().readOut());
        Window.picture(shell(), "read-out-" + LANGUAGE);
        event.keyCode = SWT.ESC;
        chart().control().notifyListeners(SWT.KeyDown, event);
        assertEquals("", chart().readOut());
    }

    @Test
    void opensFilesAndRemembersThem() throws IOException {
        Path file = example("my study.isoflop");
        StudyEditor editor = open(file);
        Window.until("the study", () -> editor.document().state() == StudyDocument.State.READY);
        assertEquals("my study.isoflop", editor.getTitle());
        assertEquals("my study.isoflop – Isoflop", shell().getText());
        assertEquals(file, RecentStudies.list().get(0));
        assertSame(editor, open(file), "a second time the same editor comes to the front");
        Window.picture(shell(), "file-" + LANGUAGE);
    }

    @Test
    void saysInWordsWhyAFileCannotBeRead() throws IOException {
        Path file = folder.resolve("broken.isoflop");
        Files.writeString(file, "{\n  \"format\": \"isoflop\",\n  \"version\": 1,\n  \"models\": [\n}\n");
        StudyEditor editor = open(file);
        Window.until("the verdict", () -> editor.document().state() == StudyDocument.State.UNREADABLE);
        Window.settle();
        String title = Messages.text("editor.unreadable", "broken.isoflop");
        Window.find(editorControl(editor), Label.class, label -> label.getText().equals(title));
        Table findings = Window.find(editorControl(editor), Table.class, Table::isVisible);
        assertEquals("5", findings.getItem(0).getText(2));
        assertEquals(Messages.text("chart.unreadable", "broken.isoflop"), chart().message());
        Window.picture(shell(), "broken-" + LANGUAGE);
    }

    @Test
    void saysInWordsThatAFileIsNotThere() {
        StudyEditor editor = open(folder.resolve("gone.isoflop"));
        Window.until("the verdict", () -> editor.document().state() == StudyDocument.State.UNREADABLE);
        Window.settle();
        Table findings = Window.find(editorControl(editor), Table.class, Table::isVisible);
        assertFalse(findings.getItem(0).getText(0).isBlank());
        assertTrue(RecentStudies.list().stream().noneMatch(path -> path.endsWith("gone.isoflop")));
        Window.picture(shell(), "gone-" + LANGUAGE);
    }

    @Test
    void leadsFromTheOverviewToAFinding() throws IOException {
        Path file = folder.resolve("findings.isoflop");
        String text = new String(Examples.content(EXAMPLE), StandardCharsets.UTF_8);
        Files.writeString(file, text.replaceFirst("\"organisation\"", "\"colour\": \"red\",\n      $0"));
        StudyEditor editor = open(file);
        Window.until("the study", () -> editor.document().state() == StudyDocument.State.READY);
        Window.settle();
        Link findings = Window.find(editorControl(editor), Link.class, link -> link.getText().contains("href"));
        Matcher colour = Pattern.compile("href=\"(\\d+)\">[^<]*colour").matcher(findings.getText());
        assertTrue(colour.find(), findings.getText());
        Window.picture(shell(), "findings-" + LANGUAGE);
        Event event = new Event();
        event.text = colour.group(1);
        findings.notifyListeners(SWT.Selection, event);
        assertEquals("models", editor.getActivePageInstance().getId());
        Window.picture(shell(), "finding-" + LANGUAGE);
    }

    @Test
    void showsEveryPageInBothThemes() throws Exception {
        StudyEditor editor = openExample();
        for (String theme : List.of(Ids.DARK_THEME, Ids.LIGHT_THEME)) {
            Window.theme(theme);
            Window.page().toggleZoom(Window.page().getReference(editor));
            for (String page : List.of("overview", "models", "datasets", "accelerators", "laws", "runTables",
                    "scenarios", "charts", "sources")) {
                assertEquals(page, editor.setActivePage(page).getId());
                Window.picture(shell(), "page-" + page + (theme.equals(Ids.DARK_THEME) ? "-dark-" : "-light-")
                        + LANGUAGE);
            }
            Window.page().toggleZoom(Window.page().getReference(editor));
        }
    }

    @Test
    void keepsTheLastChartWhenTheFileBreaks() throws Exception {
        Path file = example("edited.isoflop");
        StudyEditor editor = open(file);
        Window.until("the chart", () -> chart().state() == ChartProbe.State.CURRENT);
        Plot before = chart().plot();
        Files.writeString(file, "{");
        Window.execute(Ids.RELOAD);
        Window.until("the verdict", () -> editor.document().state() == StudyDocument.State.UNREADABLE);
        assertEquals(ChartProbe.State.STALE, chart().state());
        assertSame(before, chart().plot());
        Window.picture(shell(), "stale-" + LANGUAGE);
        Files.write(file, Examples.content(EXAMPLE));
        Window.execute(Ids.RELOAD);
        Window.until("the chart", () -> chart().state() == ChartProbe.State.CURRENT);
    }

    @Test
    void followsTheEditorInFront() throws IOException {
        openExample();
        Path law = folder.resolve("no-law.isoflop");
        Files.writeString(law,
                "{\n  \"format\": \"isoflop\",\n  \"version\": 1,\n  \"id\": \"no-law\",\n  \"name\": \"No law\"\n}\n");
        StudyEditor empty = open(law);
        Window.until("the study", () -> empty.document().state() == StudyDocument.State.READY);
        Window.until("an answer", () -> chart().state() == ChartProbe.State.NOTHING);
        assertFalse(chart().message().isBlank());
        Window.picture(shell(), "no-law-" + LANGUAGE);
        Window.page().closeEditor(empty, false);
        Window.until("the example's chart", () -> chart().state() == ChartProbe.State.CURRENT);
        assertFalse(chart().plot().series().isEmpty());
        Window.closeEditors();
        assertEquals(ChartProbe.State.EMPTY, chart().state());
    }

    @Test
    void hidesWhatTheLegendSwitchesOff() {
        openExample();
        String group = chart().plot().series().get(0).group();
        chart().clickLegend(0);
        assertTrue(chart().hidden().contains(group));
        Window.picture(chart().control(), "hidden-" + LANGUAGE);
        chart().clickLegend(0);
        assertTrue(chart().hidden().isEmpty());
    }

    @Test
    void opensAndClosesFiftyTimesWithoutLeaving() throws IOException {
        Path file = example("often.isoflop");
        List<Error> lost = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            openAndClose(file);
        }
        int shells = shell().getDisplay().getShells().length;
        int listeners = Window.countListeners(shell());
        Resource.setNonDisposeHandler(lost::add);
        try {
            for (int i = 0; i < 50; i++) {
                openAndClose(file);
            }
            System.gc();
            Window.settle();
        } finally {
            Resource.setNonDisposeHandler(null);
        }
        assertTrue(lost.isEmpty(), () -> lost.get(0).toString());
        assertEquals(shells, shell().getDisplay().getShells().length);
        assertEquals(listeners, Window.countListeners(shell()));
        assertNull(Window.page().getActiveEditor());
        assertEquals(0, Window.page().getEditorReferences().length);
    }

    private static String corner(ImageData picture) {
        RGB rgb = picture.palette.getRGB(picture.getPixel(1, 1));
        return String.format("#%02x%02x%02x", rgb.red, rgb.green, rgb.blue);
    }

    private void openAndClose(Path file) {
        StudyEditor editor = open(file);
        Window.until("the study", () -> editor.document().state() == StudyDocument.State.READY);
        Window.until("the chart", () -> chart().state() == ChartProbe.State.CURRENT);
        Window.closeEditors();
    }

    private StudyEditor openExample() {
        IViewPart studies = Window.page().findView(Ids.STUDIES_VIEW);
        Tree tree = Window.find(shell(), Tree.class,
                candidate -> candidate.getColumnCount() == 0 && candidate.isVisible() && candidate.getItemCount() > 0);
        Window.until("the examples", () -> find(tree.getItems(), Messages.text("studies.group.examples")) != null);
        TreeItem group = find(tree.getItems(), Messages.text("studies.group.examples"));
        Object example = group.getItem(0).getData();
        studies.getSite().getSelectionProvider().setSelection(new StructuredSelection(example));
        tree.notifyListeners(SWT.DefaultSelection, new Event());
        Window.until("the editor", () -> Window.page().getActiveEditor() instanceof StudyEditor);
        StudyEditor editor = (StudyEditor) Window.page().getActiveEditor();
        Window.until("the study", () -> editor.document().state() == StudyDocument.State.READY);
        Window.until("the chart", () -> chart().state() == ChartProbe.State.CURRENT);
        return editor;
    }

    private static TreeItem find(TreeItem[] items, String text) {
        for (TreeItem item : items) {
            if (item.getText().equals(text)) {
                return item;
            }
        }
        return null;
    }

    private Path example(String name) throws IOException {
        return Files.write(folder.resolve(name), Examples.content(EXAMPLE));
    }

    private static StudyEditor open(Path file) {
        OpenStudies.file(Window.page(), file);
        IEditorPart editor = Window.page().getActiveEditor();
        return (StudyEditor) editor;
    }

    private static Composite editorControl(StudyEditor editor) {
        return Window.find(shell(), Composite.class, control -> control.getData(StudyEditor.CONTROL) == editor);
    }

    private static ChartProbe chart() {
        return new ChartProbe(Window.page().findView(Ids.SCALING_CURVES_VIEW));
    }
}
