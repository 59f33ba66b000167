package org.isoflop.ui.catalog;

import static org.isoflop.ui.WindowProbe.page;
import static org.isoflop.ui.WindowProbe.shell;
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

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.actions.ActionFactory;
import org.isoflop.core.catalog.EntryTable;
import org.isoflop.core.catalog.EntryTable.Row;
import org.isoflop.core.catalog.Kind;
import org.isoflop.core.example.Examples;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.ScalingLaw;
import org.isoflop.model.Study;
import org.isoflop.model.io.StudyFileException;
import org.isoflop.ui.Dialogs;
import org.isoflop.ui.Ids;
import org.isoflop.ui.Messages;
import org.isoflop.ui.WindowProbe;
import org.isoflop.ui.edit.Edits;
import org.isoflop.ui.edit.StudyClipboard;
import org.isoflop.ui.edit.StudyTransfer;
import org.isoflop.ui.editor.StudyDocument;
import org.isoflop.ui.editor.StudyEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalog in the real window: finding, sorting, copying with sources, and opening. */
class CatalogViewTest {

    private static final String LANGUAGE = Locale.getDefault().getLanguage();

    @TempDir
    Path folder;

    private CatalogView view;

    @BeforeEach
    void start() {
        shell().setBounds(0, 0, 1280, 860);
        assertTrue(page().closeAllEditors(false));
        WindowProbe.settle();
        view = CatalogView.open(Kind.LAWS);
        WindowProbe.until("the laws", () -> view.rows().rows().size() == 59);
    }

    @AfterEach
    void end() throws Exception {
        page().closeAllEditors(false);
        page().hideView(view);
        WindowProbe.theme(Ids.LIGHT_THEME);
        WindowProbe.settle();
    }

    @Test
    void copiesALawWithItsSourceInOneUndoableStepAndReusesWhatIsThere() throws Exception {
        StudyEditor editor = open();
        StudyDocument document = editor.document();
        byte[] before = document.content();
        int laws = document.study().getLaws().size();
        page().activate(view);
        select("hoffmann-2022-approach-2");
        WindowProbe.picture(shell(), "catalog-laws-" + LANGUAGE);
        assertTrue(view.copyButton().isEnabled());
        press();
        Study study = document.study();
        ScalingLaw law = (ScalingLaw) org.isoflop.model.Ids.elements(study).get("hoffmann-2022-approach-2");
        assertEquals(laws + 1, study.getLaws().size());
        assertTrue(law.getOrigin().startsWith("hoffmann-2022-approach-2@"), law.getOrigin());
        assertEquals("arXiv:2203.15556", law.getSource().getIdentifier(), "its source came along");
        assertSame(study, law.getSource().eContainer());
        String name = law.getName().get(Locale.getDefault());
        assertEquals(Messages.text("catalog.copied", name, document.name()), view.said());
        assertEquals(Messages.text("catalog.copy.command", name),
                document.editing().stack().getUndoCommand().getLabel());
        assertSame(view, page().getActivePart(), "the catalog stays in front");
        String once = text(document);
        press();
        assertEquals(once, text(document), "it is there already");
        assertEquals(Messages.text("catalog.present", name, document.name()), view.said());
        document.editing().stack().undo();
        assertEquals(new String(before, StandardCharsets.UTF_8), text(document));
    }

    @Test
    void aLawThatTheStudyHasFromElsewhereIsNotDoubled() throws Exception {
        StudyEditor editor = open();
        Study study = editor.document().study();
        new Edits(editor.document().editing()).set(org.isoflop.model.Ids.elements(study)
                .get("hoffmann-2022-approach-1"), Literals.ELEMENT__ORIGIN, null);
        select("hoffmann-2022-approach-1");
        String before = text(editor.document());
        press();
        assertEquals(before, text(editor.document()), "equal but for its origin");
    }

    @Test
    void wordsFindRowsWhateverTheirCaseAndAccentsAndColumnsSort() {
        view.filter().setText("  T\u00c1BLE   a3 RECOMPUTED");
        assertEquals(List.of("hoffmann-2022-approach-2"), ids());
        view.filter().setText("nowhere to be found");
        assertTrue(view.message().contains("nowhere to be found"), view.message());
        assertFalse(view.copyButton().isEnabled());
        WindowProbe.picture(shell(), "catalog-empty-" + LANGUAGE);
        view.filter().setText("");
        assertEquals(59, ids().size());
        header(0);
        List<String> names = view.rows().rows().stream().map(Row::name).toList();
        header(0);
        List<String> reversed = new ArrayList<>(view.rows().rows().stream().map(Row::name).toList());
        assertEquals(names.getFirst(), reversed.getLast());
        assertEquals(SWT.DOWN, table().getSortDirection());
    }

    @Test
    void columnsAreChosenInADialogAndMarkedWordsSayWhatIsUnverified() throws Exception {
        int before = table().getColumnCount();
        Dialogs.answer(Messages.text("catalog.columns.title"), () -> view.chooseColumns(), dialog -> {
            Table list = WindowProbe.find(dialog, Table.class);
            for (int i = 0; i < list.getItemCount(); i++) {
                list.getItem(i).setChecked(true);
            }
            WindowProbe.picture(dialog, "catalog-columns-" + LANGUAGE);
            Dialogs.press(dialog, "OK");
        });
        assertTrue(table().getColumnCount() > before, "all columns");
        Row doubtful = view.rows().rows().stream().filter(row -> !row.doubts().isEmpty()).findFirst().orElseThrow();
        assertFalse(doubtful.cells().get("certainty").text().isEmpty(), "said in words");
    }

    @Test
    void theClipboardAndADragCarryTheEntryToTheStudy() throws Exception {
        StudyEditor editor = open();
        select("hoffmann-2022-approach-2");
        view.getViewSite().getActionBars().getGlobalActionHandler(ActionFactory.COPY.getId()).run();
        assertEquals(Messages.text("catalog.clipboard"), view.said());
        Clipboard clipboard = new Clipboard(shell().getDisplay());
        String carried = (String) clipboard.getContents(StudyTransfer.instance());
        clipboard.dispose();
        assertTrue(carried.startsWith("{\n  \"format\": \"isoflop\""), carried);
        StudyClipboard.paste(shell().getDisplay(), new Edits(editor.document().editing()), null);
        ScalingLaw pasted = (ScalingLaw) org.isoflop.model.Ids.elements(editor.document().study())
                .get("hoffmann-2022-approach-2");
        assertNotNull(pasted.getOrigin());
        assertNotNull(pasted.getSource());
    }

    @Test
    void withoutAStudyAnEntryOpensAsOneAndItsSourceOpensInTheBrowser() throws Exception {
        List<String> opened = new ArrayList<>();
        view.setBrowser(opened::add);
        select("hoffmann-2022-approach-1");
        assertFalse(view.copyButton().isEnabled());
        assertEquals(Messages.text("catalog.noStudy"), view.copyButton().getToolTipText());
        Event click = new Event();
        click.text = "https://arxiv.org/abs/2203.15556";
        assertTrue(view.sources().getText().contains("<a href=\"" + click.text + "\">"), view.sources().getText());
        view.sources().notifyListeners(SWT.Selection, click);
        assertEquals(List.of("https://arxiv.org/abs/2203.15556"), opened);
        table().notifyListeners(SWT.DefaultSelection, new Event());
        WindowProbe.until("the editor", () -> page().getActiveEditor() instanceof StudyEditor);
        StudyEditor editor = (StudyEditor) page().getActiveEditor();
        WindowProbe.until("the study", () -> editor.document().state() == StudyDocument.State.READY);
        assertEquals(List.of("hoffmann-2022-approach-1"),
                editor.document().study().getLaws().stream().map(ScalingLaw::getId).toList());
        assertEquals(1, editor.document().study().getSources().size());
        assertFalse(editor.isDirty());
        WindowProbe.theme(Ids.DARK_THEME);
        page().activate(view);
        WindowProbe.picture(shell(), "catalog-dark-" + LANGUAGE);
    }

    @Test
    void everyKindHasEntriesAndEstimatesAreMarked() {
        for (Kind kind : Kind.values()) {
            view.show(kind);
            WindowProbe.until(kind.id(), () -> view.kind() == kind && !view.rows().rows().isEmpty()
                    && EntryTable.of(kind, Locale.getDefault()).rows().size() == view.rows().rows().size());
            WindowProbe.picture(shell(), "catalog-" + kind.id() + "-all-" + LANGUAGE);
        }
        view.show(Kind.MODELS);
        view.filter().setText("GPT-4");
        assertTrue(view.rows().rows().stream().anyMatch(row -> row.cells().values().stream()
                .anyMatch(cell -> cell.text().startsWith("\u2248"))), "estimates have a sign of their own");
        view.filter().setText("");
    }

    @Test
    void cellsExplainThemselves() {
        WindowProbe.settle();
        Rectangle cell = table().getItem(0).getBounds(0);
        assertNotNull(view.rows().tip(new Point(cell.x + 2, cell.y + 2)));
        assertNull(view.rows().tip(new Point(5, 100_000)));
    }

    private void header(int column) {
        table().getColumn(column).notifyListeners(SWT.Selection, new Event());
    }

    private Table table() {
        return view.rows().table();
    }

    private List<String> ids() {
        return view.rows().rows().stream().map(Row::id).toList();
    }

    private void select(String id) {
        assertTrue(ids().contains(id), id);
        view.rows().select(List.of(id));
        table().notifyListeners(SWT.Selection, new Event());
    }

    private void press() {
        view.copyButton().notifyListeners(SWT.Selection, new Event());
    }

    private static String text(StudyDocument document) throws StudyFileException {
        return new String(document.content(), StandardCharsets.UTF_8);
    }

    private StudyEditor open() throws IOException {
        StudyEditor editor = WindowProbe.open(Files.write(folder.resolve("giants.isoflop"),
                Examples.content("end-of-the-giants")));
        page().activate(view);
        return editor;
    }
}
