package org.isoflop.ui.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.isoflop.core.evaluation.Measure;
import org.isoflop.core.example.Examples;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.Pretrain;
import org.isoflop.model.Scenario;
import org.isoflop.model.Step;
import org.isoflop.model.Strategy;
import org.isoflop.model.Study;
import org.isoflop.ui.Ids;
import org.isoflop.ui.Messages;
import org.isoflop.ui.WindowProbe;
import org.isoflop.ui.edit.Edits;
import org.isoflop.ui.editor.StrategiesProbe;
import org.isoflop.ui.editor.StudyEditor;
import org.isoflop.ui.input.OpenStudies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The strategies side by side in the real window. */
class StrategyBoardTest {

    private static final String LANGUAGE = Locale.getDefault().getLanguage();
    private static final Row.Result LOSS = new Row.Result(Measure.LOSS);

    @TempDir
    Path folder;

    private final IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    private StudyEditor editor;
    private StrategyBoard board;

    @BeforeEach
    void open() throws IOException {
        page.getWorkbenchWindow().getShell().setBounds(0, 0, 1280, 860);
        open("giants.isoflop", Examples.content("end-of-the-giants"));
    }

    private void open(String name, byte[] content) throws IOException {
        OpenStudies.file(page, Files.write(folder.resolve(name), content));
        editor = (StudyEditor) page.getActiveEditor();
        WindowProbe.until("the study", () -> StrategiesProbe.isReady(editor));
        board = StrategiesProbe.board(editor);
        WindowProbe.settle();
        evaluated();
    }

    @AfterEach
    void close() {
        page.closeAllEditors(false);
        WindowProbe.settle();
    }

    private void evaluated() {
        WindowProbe.until("the results", () -> !board.isEvaluating());
        WindowProbe.settle();
    }

    private Tree tree() {
        return board.table().viewer().getTree();
    }

    private Study study() {
        return editor.document().study();
    }

    private Scenario scenario() {
        return study().getScenarios().getFirst();
    }

    private String shown(Row row, int column) {
        return item(row).getText(column + 1);
    }

    private TreeItem item(Row row) {
        return (TreeItem) board.table().viewer().testFindItem(row);
    }

    private void focus(Row row, int column) {
        board.table().select(row, column);
        tree().notifyListeners(SWT.Selection, new Event());
        WindowProbe.settle();
    }

    private ToolItem tool(String key) {
        ToolBar bar = WindowProbe.find(tree().getParent().getParent().getParent(), ToolBar.class);
        for (ToolItem item : bar.getItems()) {
            if (Messages.text(key).equals(item.getToolTipText())) {
                return item;
            }
        }
        throw new AssertionError(key);
    }

    private void press(String key) {
        tool(key).notifyListeners(SWT.Selection, new Event());
        WindowProbe.settle();
    }

    private static Row.Said said(Step step, EStructuralFeature feature) {
        return new Row.Said(new Row.Taken(step.eClass(), 0), feature);
    }

    @Test
    void strategiesStandSideBySideWithWinnersAndDifferences() {
        assertEquals(scenario().getStrategies().size(), tree().getColumnCount() - 1);
        assertEquals(board.comparison().rows().stream().filter(row -> row.measure() == Measure.LOSS).findFirst()
                .orElseThrow().best(), Set.of(2));
        assertTrue(shown(LOSS, 2).startsWith("★"), shown(LOSS, 2));
        assertFalse(shown(LOSS, 0).startsWith("★"), shown(LOSS, 0));
        assertTrue(shown(LOSS, 1).contains("%"), "how far it is from the first");
        assertTrue(item(LOSS).getText(0).endsWith("≠"));
        assertFalse(item(new Row.Result(Measure.COMPUTE)).getText(0).endsWith("≠"));
        WindowProbe.picture(page.getWorkbenchWindow().getShell(), "strategies-" + LANGUAGE);
    }

    @Test
    void aNumberShowsItsWorkingDownToTheStudy() {
        focus(LOSS, 2);
        assertTrue(board.working().title().contains(Measure.LOSS.text(Locale.getDefault())));
        Tree working = board.working().viewer().getTree();
        assertTrue(working.getItem(0).getText(2).startsWith("L = "), working.getItem(0).getText(2));
        assertFalse(working.getItem(0).getText(3).isEmpty(), "the numbers put in");
        TreeItem constant = working.getItem(0).getItem(0);
        assertTrue(constant.getText(4).contains(".constants["), constant.getText(4));
        board.working().viewer().setSelection(new StructuredSelection(constant.getData()));
        working.notifyListeners(SWT.DefaultSelection, new Event());
        WindowProbe.settle();
        assertEquals("laws", StrategiesProbe.activePage(editor), "it leads to the field it came from");
    }

    @Test
    void resultsFollowEveryChange() {
        String before = shown(LOSS, 0);
        Pretrain step = (Pretrain) scenario().getStrategies().getFirst().getSteps().getFirst();
        new Edits(editor.document().editing()).setValue(step, Literals.TRAINING_STEP__UTILISATION, 0.2);
        evaluated();
        assertNotEquals(before, shown(LOSS, 0));
        editor.document().editing().stack().undo();
        evaluated();
        assertEquals(before, shown(LOSS, 0));
    }

    @Test
    void aStrategyIsDuplicatedAndOneThingChangedInItsCell() {
        Strategy first = scenario().getStrategies().getFirst();
        Row.Said utilisation = said(first.getSteps().getFirst(), Literals.TRAINING_STEP__UTILISATION);
        focus(utilisation, 0);
        tool("strategies.duplicate").notifyListeners(SWT.Selection, new Event());
        assertEquals(4, scenario().getStrategies().size());
        assertEquals(5, tree().getColumnCount());
        assertTrue(board.table().viewer().isCellEditorActive(), "the copy waits for the change");
        Text typing = WindowProbe.find(tree(), Text.class);
        typing.setText("0.5");
        typing.notifyListeners(SWT.DefaultSelection, new Event());
        evaluated();
        Strategy copy = scenario().getStrategies().get(1);
        assertEquals(0.5, ((Pretrain) copy.getSteps().getFirst()).getUtilisation().getValue());
        assertNotEquals(first.getId(), copy.getId());
        assertTrue(item(utilisation).getText(0).endsWith("≠"));
        assertTrue(item(new Row.Result(Measure.COMPUTE)).getText(0).endsWith("≠"));
        editor.document().editing().stack().undo();
        editor.document().editing().stack().undo();
        evaluated();
        assertEquals(4, tree().getColumnCount());
    }

    @Test
    void refusalsAndBrokenLimitsAreSaidInPlainWords() {
        Edits edits = new Edits(editor.document().editing());
        edits.setValue(scenario(), Literals.SCENARIO__MONEY_BUDGET, 1e6);
        evaluated();
        focus(new Row.Verdict(), 0);
        assertTrue(board.verdict().contains(Messages.text("strategies.broken", "").strip()), board.verdict());
        edits.delete(scenario().getStrategies().getFirst().getSteps()).run();
        evaluated();
        focus(new Row.Verdict(), 0);
        assertTrue(board.verdict().contains(Messages.text("strategies.refused", "").strip()), board.verdict());
        assertEquals("–", shown(LOSS, 0));
    }

    @Test
    void theTableIsCopiedAndWritten() throws Exception {
        press("strategies.copy");
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        try {
            assertEquals(board.comparison().text(Locale.getDefault()),
                    clipboard.getContents(TextTransfer.getInstance()));
        } finally {
            clipboard.dispose();
        }
        Path file = folder.resolve("table.csv");
        board.write(file).join();
        assertEquals(board.comparison().csv(), Files.readString(file));
    }

    @Test
    void anotherScenarioIsChosen() {
        Combo scenarios = WindowProbe.find(tree().getParent().getParent().getParent(), Combo.class);
        scenarios.select(1);
        scenarios.notifyListeners(SWT.Selection, new Event());
        evaluated();
        Scenario second = study().getScenarios().get(1);
        assertEquals(second.getStrategies().size(), tree().getColumnCount() - 1);
        EObject selected = board.selection();
        assertEquals(second, selected instanceof Strategy strategy ? strategy.eContainer() : selected);
    }

    @Test
    void anEmptyStudyOffersTheFirstStep() throws Exception {
        open("empty.isoflop", "{\"format\": \"isoflop\", \"version\": 1, \"id\": \"empty\"}"
                .getBytes(StandardCharsets.UTF_8));
        assertNull(board.comparison());
        Link link = WindowProbe.find(tree().getParent().getParent(), Link.class);
        assertEquals(Messages.text("strategies.noScenario"), link.getText());
        assertTrue(link.isVisible());
        WindowProbe.picture(page.getWorkbenchWindow().getShell(), "strategies-empty-" + LANGUAGE);
        Event add = new Event();
        add.text = "add";
        link.notifyListeners(SWT.Selection, add);
        evaluated();
        assertEquals(1, study().getScenarios().size());
        assertEquals(2, tree().getColumnCount());
        assertTrue(tree().isVisible());
    }

    @Test
    void theyAreLegibleInBothThemes() throws Exception {
        for (String theme : List.of(Ids.DARK_THEME, Ids.LIGHT_THEME)) {
            StrategyBoard before = board;
            WindowProbe.theme(theme);
            WindowProbe.until("the page in its new colours", before::isGone);
            WindowProbe.settle();
            board = StrategiesProbe.board(editor);
            evaluated();
            focus(LOSS, 2);
            WindowProbe.picture(page.getWorkbenchWindow().getShell(), "strategies-"
                    + (theme.equals(Ids.DARK_THEME) ? "dark-" : "light-") + LANGUAGE);
        }
        assertTrue(shown(LOSS, 2).startsWith("★"));
    }
}
