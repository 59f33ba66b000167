package org.isoflop.ui;

import static org.isoflop.ui.Window.shell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPart2;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.isoflop.core.example.Examples;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.LanguageModel;
import org.isoflop.model.Scenario;
import org.isoflop.model.Strategy;
import org.isoflop.ui.edit.Edits;
import org.isoflop.ui.edit.Names;
import org.isoflop.ui.editor.StudyDocument;
import org.isoflop.ui.editor.StudyEditor;
import org.isoflop.ui.input.OpenStudies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outline, Properties, Findings and the Edit menu in the real window. */
class EditingViewsTest {

    private static final String LANGUAGE = Locale.getDefault().getLanguage();

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws Exception {
        shell().setBounds(0, 0, 1280, 860);
        // Another window that a test opened and closed leaves the focus nowhere.
        shell().forceActive();
        Window.until("the window in front", () -> shell().getDisplay().getActiveShell() == shell());
        Window.theme(Ids.LIGHT_THEME);
        Window.execute(Ids.RESET_LAYOUT);
        Window.closeEditors();
    }

    @AfterEach
    void end() throws Exception {
        Window.theme(Ids.LIGHT_THEME);
        Window.closeEditors();
    }

    @Test
    void outlineAndEditorFollowEachOther() throws Exception {
        StudyEditor editor = open(Examples.content("end-of-the-giants"));
        show(Ids.OUTLINE_VIEW);
        Tree tree = outline();
        assertEquals(11, tree.getItemCount());
        LanguageModel model = editor.document().study().getModels().get(2);
        editor.reveal(model, null);
        Window.until("the outline", () -> tree.getSelectionCount() == 1 && tree.getSelection()[0].getData() == model);
        Scenario scenario = editor.document().study().getScenarios().getFirst();
        outlineSelection(List.of(scenario));
        IStructuredSelection selected = (IStructuredSelection) editor.getSite().getSelectionProvider().getSelection();
        assertSame(scenario, selected.getFirstElement());
        Window.picture(shell(), "outline-light-" + LANGUAGE);
        Window.theme(Ids.DARK_THEME);
        Window.picture(shell(), "outline-dark-" + LANGUAGE);
    }

    @Test
    void editsWhatTheOutlineSelectsAndUndoesItByName() throws Exception {
        StudyEditor editor = open(Examples.content("end-of-the-giants"));
        String before = text(editor);
        show(Ids.OUTLINE_VIEW);
        Strategy strategy = editor.document().study().getScenarios().getFirst().getStrategies().getFirst();
        outlineSelection(List.of(strategy));
        Window.execute(Ids.DUPLICATE);
        List<Strategy> strategies = editor.document().study().getScenarios().getFirst().getStrategies();
        assertEquals(strategy.getId() + "-2", strategies.get(1).getId());
        String name = Messages.text("edit.duplicate", Names.of(strategy));
        MenuItem undo = undoItem();
        assertTrue(undo.isEnabled());
        assertTrue(undo.getText().replace("&", "").contains(name), undo.getText());
        outlineSelection(List.of(strategy));
        Window.execute(Ids.MOVE_DOWN);
        assertSame(strategy, strategies.get(1));
        Window.execute(IWorkbenchCommandConstants.EDIT_COPY);
        Window.execute(IWorkbenchCommandConstants.EDIT_PASTE);
        Window.execute(IWorkbenchCommandConstants.EDIT_CUT);
        String after = text(editor);
        for (int i = 0; i < 4; i++) {
            Window.execute(IWorkbenchCommandConstants.EDIT_UNDO);
        }
        assertEquals(before, text(editor));
        assertFalse(editor.isDirty());
        for (int i = 0; i < 4; i++) {
            Window.execute(IWorkbenchCommandConstants.EDIT_REDO);
        }
        assertEquals(after, text(editor));
    }

    @Test
    void asksBeforeAnythingDangles() throws Exception {
        StudyEditor editor = open(Examples.content("end-of-the-giants"));
        String before = text(editor);
        show(Ids.OUTLINE_VIEW);
        outlineSelection(List.of(editor.document().study().getScenarios().getFirst().getLaw()));
        WindowProbe.closeNextDialog(Messages.text("delete.title"));
        Window.execute(IWorkbenchCommandConstants.EDIT_DELETE);
        assertTrue(WindowProbe.dialogWasClosed());
        assertEquals(before, text(editor));
    }

    @Test
    void textFieldsKeepTheirOwnEditing() throws Exception {
        StudyEditor editor = open(Examples.content("end-of-the-giants"));
        String before = text(editor);
        Text field = new Text(shell(), SWT.BORDER);
        try {
            field.setText("first");
            field.setFocus();
            Window.until("the focus", field::isFocusControl);
            field.setText("second");
            Window.execute(IWorkbenchCommandConstants.EDIT_UNDO);
            assertEquals("first", field.getText());
            Window.execute(IWorkbenchCommandConstants.EDIT_REDO);
            assertEquals("second", field.getText());
            field.setSelection(0, 3);
            Window.execute(IWorkbenchCommandConstants.EDIT_DELETE);
            assertEquals("ond", field.getText());
            assertEquals(before, text(editor));
        } finally {
            field.dispose();
        }
    }

    @Test
    void listsFindingsLeadsToThemAndMendsThem() throws Exception {
        String content = new String(Examples.content("end-of-the-giants"), StandardCharsets.UTF_8)
                .replaceFirst("\"year\": 2024", "\"yaer\": 2024").replaceFirst("\"readOn\": \"2026-11\"",
                        "\"readOn\": \"11/24/2026\"");
        IViewPart view = show(Ids.FINDINGS_VIEW);
        assertEquals(Messages.text("findings.view"), ((IWorkbenchPart2) view).getPartName());
        StudyEditor editor = open(content.getBytes(StandardCharsets.UTF_8));
        Table table = Window.find(shell(), Table.class, candidate -> candidate.getColumnCount() == 4
                && candidate.isVisible());
        int count = editor.document().findings().size();
        assertEquals(count, table.getItemCount());
        assertEquals(Messages.text("findings.title", count), ((IWorkbenchPart2) view).getPartName());
        assertTrue(table.getItem(0).getText(0).contains("11/24/2026"), table.getItem(0).getText(0));
        assertNotNull(table.getItem(0).getImage(0));
        Window.picture(shell(), "findings-view-light-" + LANGUAGE);
        Window.theme(Ids.DARK_THEME);
        Window.picture(shell(), "findings-view-dark-" + LANGUAGE);
        table.setFocus();
        table.select(0);
        table.notifyListeners(SWT.Selection, new Event());
        apply(Messages.text("fix.title"));
        Window.execute(Ids.QUICK_FIX);
        assertEquals("2026-11-24", editor.document().study().getSources().getFirst().getReadOn());
        Window.until("a new check", () -> table.getItemCount() == count - 1);
        Window.execute(IWorkbenchCommandConstants.EDIT_UNDO);
        Window.until("a new check", () -> table.getItemCount() == count);
        Window.closeEditors();
        assertEquals(Messages.text("findings.view"), ((IWorkbenchPart2) view).getPartName());
    }

    @Test
    void propertiesAreEditedInTheirCells() throws Exception {
        StudyEditor editor = open(Examples.content("end-of-the-giants"));
        show(Ids.PROPERTIES_VIEW);
        Window.page().activate(editor);
        LanguageModel model = editor.document().study().getModels().get(2);
        editor.reveal(model, null);
        IViewPart view = Window.page().findView(Ids.PROPERTIES_VIEW);
        assertNotNull(Adapters.adapt(editor, IPropertySheetPage.class));
        Tree tree = Window.find(shell(), Tree.class, candidate -> candidate.getColumnCount() == 2
                && candidate.isVisible());
        String label = Names.label(Literals.LANGUAGE_MODEL__ORGANISATION);
        Window.until("the properties", () -> row(tree.getItems(), label) != null
                && row(tree.getItems(), label).getText(1).equals(model.getOrganisation()));
        new Edits(editor.document().editing()).set(model,
                Literals.LANGUAGE_MODEL__ORGANISATION, "Somebody");
        assertEquals("Somebody", row(tree.getItems(), label).getText(1));
        Window.execute(IWorkbenchCommandConstants.EDIT_UNDO);
        assertEquals(model.getOrganisation(), row(tree.getItems(), label).getText(1));
        Window.page().activate(view);
        Window.picture(shell(), "properties-light-" + LANGUAGE);
        Window.theme(Ids.DARK_THEME);
        Window.picture(shell(), "properties-dark-" + LANGUAGE);
    }

    private static TreeItem row(TreeItem[] items, String label) {
        for (TreeItem item : items) {
            if (item.getText(0).equals(label)) {
                return item;
            }
            TreeItem below = row(item.getItems(), label);
            if (below != null) {
                return below;
            }
        }
        return null;
    }

    /** Presses the default button of the next dialog with a title. */
    private static void apply(String title) {
        shell().getDisplay().timerExec(50, () -> {
            for (Shell dialog : shell().getDisplay().getShells()) {
                if (dialog.isVisible() && dialog.getText().equals(title)) {
                    Window.picture(dialog, "quick-fix-" + LANGUAGE);
                    Button apply = dialog.getDefaultButton();
                    apply.notifyListeners(SWT.Selection, new Event());
                    return;
                }
            }
            apply(title);
        });
    }

    private static MenuItem undoItem() {
        MenuItem edit = shell().getMenuBar().getItem(1);
        edit.getMenu().notifyListeners(SWT.Show, new Event());
        return edit.getMenu().getItem(0);
    }

    private static Tree outline() {
        return Window.find(shell(), Tree.class, tree -> tree.isVisible() && tree.getColumnCount() == 0
                && tree.getItemCount() > 0 && tree.getItem(0).getData() != null
                && tree.getItem(0).getData().getClass().getName().endsWith("outline.Group"));
    }

    private static void outlineSelection(List<? extends EObject> objects) throws PartInitException {
        IViewPart view = show(Ids.OUTLINE_VIEW);
        view.getSite().getSelectionProvider().setSelection(new StructuredSelection(objects));
        Window.settle();
    }

    private static IViewPart show(String view) throws PartInitException {
        IViewPart part = Window.page().showView(view);
        Window.settle();
        return part;
    }

    private static String text(StudyEditor editor) throws IOException {
        return new String(editor.document().content(), StandardCharsets.UTF_8);
    }

    private StudyEditor open(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("study.isoflop"), content);
        OpenStudies.file(Window.page(), file);
        StudyEditor editor = (StudyEditor) Window.page().getActiveEditor();
        Window.until("the study", () -> editor.document().state() == StudyDocument.State.READY);
        Window.settle();
        return editor;
    }
}
