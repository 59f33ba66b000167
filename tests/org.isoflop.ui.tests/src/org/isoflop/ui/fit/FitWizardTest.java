package org.isoflop.ui.fit;

import static org.isoflop.ui.WindowProbe.finish;
import static org.isoflop.ui.WindowProbe.page;
import static org.isoflop.ui.WindowProbe.press;
import static org.isoflop.ui.WindowProbe.shell;
import static org.isoflop.ui.WindowProbe.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.isoflop.core.csv.CsvException;
import org.isoflop.core.example.Examples;
import org.isoflop.core.fit.Column;
import org.isoflop.core.fit.Fits;
import org.isoflop.model.ScalingLaw;
import org.isoflop.model.Study;
import org.isoflop.ui.Dialogs;
import org.isoflop.ui.Ids;
import org.isoflop.ui.Messages;
import org.isoflop.ui.WindowProbe;
import org.isoflop.ui.csv.TableFile;
import org.isoflop.ui.editor.StudyDocument;
import org.isoflop.ui.editor.StudyEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fit wizard in the real window: from the file to a law of the study, and back. */
class FitWizardTest {

    private static final String LANGUAGE = Locale.getDefault().getLanguage();

    @TempDir
    Path folder;

    @BeforeEach
    void start() {
        shell().setBounds(0, 0, 1280, 860);
        assertTrue(page().closeAllEditors(false));
        WindowProbe.settle();
    }

    @AfterEach
    void end() {
        page().hideView(page().findView(Ids.FIT_VIEW));
        page().closeAllEditors(false);
        WindowProbe.settle();
    }

    @Test
    void fitsAFileAndKeepsTheLawInOneUndoableStep() throws Exception {
        StudyEditor editor = open("giants.isoflop", Examples.content("end-of-the-giants"));
        StudyDocument document = editor.document();
        byte[] before = document.content();
        Path runs = chinchilla();
        inWizard(dialog -> {
            RunsPage first = (RunsPage) current(dialog);
            first.choose(runs.toString());
            WindowProbe.until("the runs", first::isPageComplete);
            Table preview = WindowProbe.find(control(dialog), Table.class);
            assertTrue(columns(preview).contains(Messages.text("csv.mapped", "Model Size", "N")));
            assertEquals(TableFile.ROWS, preview.getItemCount());
            assertTrue(preview.getItem(0).getText(4).startsWith("6795600349"));
            WindowProbe.picture(dialog.getShell(), "fit-wizard-runs-" + LANGUAGE);
            next(dialog);
            Table table = WindowProbe.find(control(dialog), Table.class);
            WindowProbe.until("the suggestion",
                    () -> !table.getItem(0).getText(1).isEmpty());
            String suggested = Messages.text("fit.points.suggested", Messages.text("fit.run", 2));
            assertEquals(suggested, table.getItem(0).getText(0));
            assertEquals(List.of(false), List.of(table.getItem(0).getChecked()), "only the user leaves out");
            for (int i = 0; i < table.getItemCount(); i++) {
                if (List.of(1, 2, 3, 4, 5).contains(number(table.getItem(i).getText(0)))) {
                    check(table, i);
                }
            }
            WindowProbe.picture(dialog.getShell(), "fit-wizard-points-" + LANGUAGE);
            next(dialog);
            Spinner resamples = WindowProbe.find(control(dialog), Spinner.class);
            resamples.setSelection(60);
            Spinner holdOut = WindowProbe.find(control(dialog), Spinner.class,
                    one -> one != resamples && one.getMinimum() == 0 && one.getMaximum() < 1000);
            holdOut.setSelection(10);
            WindowProbe.picture(dialog.getShell(), "fit-wizard-method-" + LANGUAGE);
            next(dialog);
            ResultPage result = (ResultPage) current(dialog);
            assertFalse(finish(dialog).isEnabled(), "there is no fit yet");
            WindowProbe.until("the fit", result::isPageComplete);
            Table constants = WindowProbe.find(control(dialog), Table.class);
            assertEquals("E", constants.getItem(0).getText(0));
            assertEquals(RunTexts.number(1.81722), constants.getItem(0).getText(1));
            assertEquals(RunTexts.number(477.83), constants.getItem(1).getText(1));
            WindowProbe.picture(dialog.getShell(), "fit-wizard-result-" + LANGUAGE);
            Text id = WindowProbe.find(control(dialog), Text.class, one -> one.getText().equals("chinchilla-runs-fit"));
            id.setText("Not an id");
            assertFalse(finish(dialog).isEnabled());
            assertEquals(Messages.text("fit.keep.wrongId", "Not an id", "not-an-id"), result.getErrorMessage());
            id.setText("mine");
            press(finish(dialog));
        });
        Study study = document.study();
        ScalingLaw law = (ScalingLaw) org.isoflop.model.Ids.elements(study).get("mine");
        assertEquals("chinchilla", law.getForm());
        assertEquals(5, law.getFit().getDropped(), "the five highest losses");
        assertEquals(60, law.getDraws().size());
        assertEquals(245, law.getFit().getRuns().getRuns().size());
        assertEquals(60, law.getFit().getResamples());
        assertEquals(Messages.text("fit.keep.command", Messages.text("fit.keep.nameOf", "chinchilla-runs")),
                document.editing().stack().getUndoCommand().getLabel());
        FitView view = (FitView) page().findView(Ids.FIT_VIEW);
        WindowProbe.until("the view", () -> view.state() == FitView.State.CURRENT);
        assertEquals("mine", view.session().law());
        assertEquals(RunTexts.number(1.81722), view.picture().beside().rows().get(0).get(1));
        assertTrue(RecentRuns.list().getFirst().endsWith("chinchilla-runs.csv"));

        document.editing().stack().undo();
        assertEquals(new String(before, StandardCharsets.UTF_8),
                new String(document.content(), StandardCharsets.UTF_8));
        WindowProbe.until("the notice", () -> view.noticed().equals(Messages.text("fit.view.gone")));
        document.editing().stack().redo();
        WindowProbe.until("no notice", () -> view.noticed().isEmpty());

        Path saved = document.file();
        editor.doSave(new NullProgressMonitor());
        WindowProbe.until("the save", () -> !editor.isDirty());
        page().closeAllEditors(false);
        page().hideView(view);
        StudyEditor again = WindowProbe.open(saved);
        again.reveal(org.isoflop.model.Ids.elements(again.document().study()).get("mine"), null);
        FitView reopened = FitView.open(page());
        WindowProbe.until("the fit made again", () -> reopened.state() == FitView.State.CURRENT);
        assertEquals("mine", reopened.session().law());
        assertEquals("", reopened.noticed(), "the same numbers");
    }

    @Test
    void refusesATableWithLineAndColumnAndTakesItOnceItIsMapped() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.csv"),
                "size,tokens,val loss\n1e8,2e9,3.2\n2e8,4e9,n/a\n4e8,8e9,2.8\n");
        inWizard(dialog -> {
            RunsPage first = (RunsPage) current(dialog);
            first.choose(broken.toString());
            WindowProbe.until("the question",
                    () -> Messages.text("fit.columns.two").equals(first.getErrorMessage()));
            first.map(Column.PARAMETERS, "size");
            WindowProbe.until("the next question",
                    () -> Messages.text("fit.columns.loss").equals(first.getErrorMessage()));
            first.map(Column.LOSS, "val loss");
            WindowProbe.until("the refusal", () -> first.getErrorMessage() != null
                    && first.getErrorMessage().contains("n/a"));
            String said = first.getErrorMessage();
            assertTrue(said.startsWith(Messages.text("refused.column", "3", "val loss", "").strip()), said);
            Table preview = WindowProbe.find(control(dialog), Table.class);
            assertEquals(SWT.COLOR_DARK_RED, colour(preview), "the cell is marked");
            assertFalse(first.isPageComplete());
            WindowProbe.picture(dialog.getShell(), "fit-wizard-refused-" + LANGUAGE);
            write(broken, "size,tokens,val loss\n1e8,2e9,3.2\n2e8,4e9,3\n4e8,8e9,2.8\n");
            first.map(Column.LOSS, "val loss");
            WindowProbe.until("the runs", first::isPageComplete);
            next(dialog);
            next(dialog);
            next(dialog);
            ResultPage result = (ResultPage) current(dialog);
            WindowProbe.until("the refusal of the fit", () -> result.getErrorMessage() != null);
            assertTrue(result.getErrorMessage().contains("3"), result.getErrorMessage());
            assertFalse(finish(dialog).isEnabled(), "three runs do not give five constants");
            first.dropped(new String[] {folder.resolve("nowhere.csv").toString()});
            WindowProbe.until("the missing file",
                    () -> new CsvException("", 0, null, "E_CSV_NO_FILE").message(Locale.getDefault())
                            .equals(first.getErrorMessage()));
        });
        assertNull(page().findView(Ids.FIT_VIEW));
    }

    private static int colour(Table preview) {
        return preview.getItem(1).getBackground(3).equals(preview.getDisplay().getSystemColor(SWT.COLOR_DARK_RED))
                ? SWT.COLOR_DARK_RED : SWT.NONE;
    }

    @Test
    void theWindowStaysFreeWhileItFitsAndTheUserMayCancel() throws Exception {
        Path runs = chinchilla();
        inWizard(dialog -> {
            toMethod(dialog, runs);
            CountDownLatch begun = new CountDownLatch(1);
            ResultPage result = wizard(dialog).result();
            result.setFitter((file, request, out, progress) -> {
                begun.countDown();
                while (!progress.isCancelled()) {
                    Thread.onSpinWait();
                }
                progress.check();
                return null;
            });
            next(dialog);
            WindowProbe.until("the start", () -> begun.getCount() == 0);
            WindowProbe.settle();
            WindowProbe.picture(dialog.getShell(), "fit-wizard-running-" + LANGUAGE);
            Button cancel = WindowProbe.find(control(dialog), Button.class,
                    one -> one.getText().equals(Messages.text("fit.result.cancel")));
            press(cancel);
            WindowProbe.until("the end", () -> cancel.getText().equals(Messages.text("fit.result.again")));
            assertFalse(finish(dialog).isEnabled());
            result.setFitter(Fits::fit);
            press(cancel);
            WindowProbe.until("the fit", result::isPageComplete);
            assertEquals(Messages.text("fit.result.again"), cancel.getText());
        });
    }

    @Test
    void aFormulaIsCheckedAsItIsTypedAndFittedAndNotKeptUnlessWanted() throws Exception {
        Path runs = chinchilla();
        inWizard(dialog -> {
            toMethod(dialog, runs);
            Combo form = WindowProbe.find(control(dialog), Combo.class,
                    one -> List.of(one.getItems()).contains(Messages.text("fit.method.own")));
            form.select(form.getItemCount() - 1);
            form.notifyListeners(SWT.Selection, new Event());
            Text formula = WindowProbe.find(control(dialog), Text.class, one -> one.getText().contains("alpha"));
            MethodPage method = (MethodPage) current(dialog);
            formula.setText("E + A/N^");
            assertNotNull(method.getErrorMessage());
            formula.setText("N + D");
            assertFalse(method.isPageComplete(), "no constant is free");
            formula.setText("E + K/(N*D)^gamma");
            assertNull(method.getErrorMessage());
            WindowProbe.find(control(dialog), Spinner.class).setSelection(20);
            next(dialog);
            ResultPage result = (ResultPage) current(dialog);
            WindowProbe.until("the fit", result::isPageComplete);
            Button keep = WindowProbe.find(control(dialog), Button.class,
                    one -> one.getText().equals(Messages.text("fit.keep.keep")));
            keep.setSelection(false);
            press(keep);
            assertNull(result.wanted());
            press(finish(dialog));
        });
        FitView view = (FitView) page().findView(Ids.FIT_VIEW);
        WindowProbe.until("the view", () -> view.state() == FitView.State.CURRENT);
        assertNull(view.session().kept());
        assertTrue(view.canKeep());
    }

    @Test
    void aTableOfTheStudyIsFittedAndAFitWithoutAStudyMakesANewOne() throws Exception {
        open("replication.isoflop", Examples.content("chinchilla-replication"));
        inWizard(dialog -> {
            RunsPage first = (RunsPage) current(dialog);
            Combo source = WindowProbe.find(control(dialog), Combo.class,
                    one -> one.getItemCount() == 2 && one.getItem(0).equals(Messages.text("fit.runs.fromFile")));
            source.select(1);
            source.notifyListeners(SWT.Selection, new Event());
            WindowProbe.until("the runs", first::isPageComplete);
            next(dialog);
            next(dialog);
            Combo method = WindowProbe.find(control(dialog), Combo.class);
            method.select(2);
            method.notifyListeners(SWT.Selection, new Event());
            WindowProbe.find(control(dialog), Spinner.class).setSelection(10);
            next(dialog);
            ResultPage result = (ResultPage) current(dialog);
            WindowProbe.until("the fit", result::isPageComplete);
            Combo study = WindowProbe.find(control(dialog), Combo.class);
            assertEquals("replication.isoflop", study.getItem(0));
            study.select(1);
            study.notifyListeners(SWT.Selection, new Event());
            press(finish(dialog));
        });
        WindowProbe.until("the new study", () -> page().getEditorReferences().length == 2);
        StudyEditor editor = (StudyEditor) page().getActiveEditor();
        WindowProbe.until("the law", () -> editor.document().state() == StudyDocument.State.READY);
        assertEquals(1, editor.document().study().getLaws().size());
        assertTrue(editor.isDirty());
        FitView view = (FitView) page().findView(Ids.FIT_VIEW);
        WindowProbe.until("the view", () -> view.state() == FitView.State.CURRENT && view.session().kept() != null);
        assertEquals("", view.noticed());
    }

    private void toMethod(WizardDialog dialog, Path runs) {
        RunsPage first = (RunsPage) current(dialog);
        first.choose(runs.toString());
        WindowProbe.until("the runs", first::isPageComplete);
        next(dialog);
        next(dialog);
    }

    private static void inWizard(Consumer<WizardDialog> action) throws Exception {
        Dialogs.answer(Messages.text("fit.wizard.title"), () -> execute(Ids.FIT),
                shell -> action.accept((WizardDialog) shell.getData()));
    }

    private static FitWizard wizard(WizardDialog dialog) {
        return (FitWizard) current(dialog).getWizard();
    }

    private static IWizardPage current(WizardDialog dialog) {
        return dialog.getCurrentPage();
    }

    private static Composite control(WizardDialog dialog) {
        return (Composite) current(dialog).getControl();
    }

    private static void next(WizardDialog dialog) {
        assertTrue(current(dialog).isPageComplete(), () -> current(dialog).getErrorMessage());
        dialog.showPage(current(dialog).getNextPage());
        WindowProbe.settle();
    }

    private static void check(Table table, int row) {
        table.getItem(row).setChecked(true);
        Event event = new Event();
        event.detail = SWT.CHECK;
        event.item = table.getItem(row);
        table.notifyListeners(SWT.Selection, event);
    }

    private static int number(String text) {
        return Integer.parseInt(text.replaceAll("^\\D*(\\d+).*$", "$1"));
    }

    private static List<String> columns(Table table) {
        return List.of(table.getColumns()).stream().map(column -> column.getText()).toList();
    }

    private Path chinchilla() throws IOException {
        return Files.copy(Path.of(System.getProperty("isoflop.root"), "examples", "chinchilla-runs.csv"),
                folder.resolve("chinchilla-runs.csv"));
    }

    private StudyEditor open(String name, byte[] content) throws IOException {
        return WindowProbe.open(Files.write(folder.resolve(name), content));
    }

    private static void execute(String command) throws Exception {
        ParameterizedCommand wanted = new ParameterizedCommand(
                PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(command), null);
        PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(wanted, null);
    }
}
