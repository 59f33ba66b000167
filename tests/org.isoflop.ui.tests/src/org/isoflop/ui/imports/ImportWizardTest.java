package org.isoflop.ui.imports;

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
import java.util.function.Consumer;

import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.example.Examples;
import org.isoflop.core.models.ModelColumn;
import org.isoflop.model.LanguageModel;
import org.isoflop.model.Study;
import org.isoflop.model.Verification;
import org.isoflop.ui.Dialogs;
import org.isoflop.ui.Ids;
import org.isoflop.ui.Messages;
import org.isoflop.ui.WindowProbe;
import org.isoflop.ui.editor.StudyDocument;
import org.isoflop.ui.editor.StudyEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The import wizard in the real window: files that are good, files that are not, an open study and a new one. */
class ImportWizardTest {

    private static final String LANGUAGE = Locale.getDefault().getLanguage();
    private static final Path CONFIGS = Path.of(System.getProperty("isoflop.root"), "bundles", "org.isoflop.core",
            "src_test", "org", "isoflop", "core", "architecture", "configs");

    @TempDir
    Path folder;

    @BeforeEach
    void start() {
        shell().setBounds(0, 0, 1280, 860);
        assertTrue(page().closeAllEditors(false));
        WindowProbe.settle();
    }

    @AfterEach
    void end() throws Exception {
        page().closeAllEditors(false);
        WindowProbe.theme(Ids.LIGHT_THEME);
        WindowProbe.settle();
    }

    @Test
    void goodFilesGoIntoTheOpenStudyInOneStepAndABadOneDoesNotStopThem() throws Exception {
        StudyEditor editor = open();
        StudyDocument document = editor.document();
        byte[] before = document.content();
        int models = document.study().getModels().size();
        Path falcon = Files.createDirectories(folder.resolve("falcon-7b")).resolve("config.json");
        Files.copy(CONFIGS.resolve("falcon-7b.json"), falcon);
        Path deepseek = Files.copy(CONFIGS.resolve("deepseek-v3.json"), folder.resolve("DeepSeek V3.json"));
        Path broken = Files.writeString(folder.resolve("broken.json"),
                "{\"model_type\": \"llama\", \"vocab_size\": 32000,\n \"hidden_size\": \"wide\"}");
        inWizard(dialog -> {
            ConfigPage first = configs(dialog);
            assertFalse(finish(dialog).isEnabled());
            first.add(List.of(falcon.getParent(), deepseek, broken));
            Table table = first.table();
            WindowProbe.until("the files", () -> table.getItemCount() == 3);
            assertEquals("falcon-7b", table.getItem(0).getText(0), "named after its folder");
            assertEquals("falcon", table.getItem(0).getText(1));
            assertEquals("DeepSeek V3", table.getItem(1).getText(0));
            assertEquals(Quantities.format(671026419200d, Unit.PARAMETERS, Locale.getDefault()),
                    table.getItem(1).getText(2));
            assertEquals(Quantities.format(70272, Unit.BYTES, Locale.getDefault()), table.getItem(1).getText(5),
                    "61 layers of 512 + 64 values of two bytes");
            assertEquals(Messages.text("import.refused"), table.getItem(2).getText(1));
            assertEquals(List.of(true, true, false), List.of(table.getItem(0).getChecked(),
                    table.getItem(1).getChecked(), table.getItem(2).getChecked()));
            assertEquals(Messages.text("import.someRefused", 1L, 3), first.getMessage());
            select(table, 2);
            assertTrue(first.details().getText().contains("hidden_size"), first.details().getText());
            assertTrue(first.details().getText().startsWith(Messages.text("refused.line", "2", "").strip()),
                    first.details().getText());
            table.getItem(2).setChecked(true);
            Event check = new Event();
            check.detail = SWT.CHECK;
            check.item = table.getItem(2);
            table.notifyListeners(SWT.Selection, check);
            assertFalse(table.getItem(2).getChecked(), "what is refused cannot be wanted");
            WindowProbe.picture(dialog.getShell(), "import-refused-" + LANGUAGE);
            select(table, 1);
            assertTrue(first.details().getText().contains(number(671026419200L)), first.details().getText());
            Text name = WindowProbe.find(dialog.getShell(), Text.class,
                    one -> one.isEnabled() && one.getText().equals("DeepSeek V3"));
            name.setText(" ");
            assertFalse(finish(dialog).isEnabled(), "a model needs a name");
            name.setText("Deep");
            assertEquals("Deep", table.getItem(1).getText(0));
            WindowProbe.picture(dialog.getShell(), "import-configs-" + LANGUAGE);
            press(finish(dialog));
        });
        Study study = document.study();
        assertEquals(models + 2, study.getModels().size());
        LanguageModel deep = (LanguageModel) org.isoflop.model.Ids.elements(study).get("deep");
        assertEquals(671026419200d, deep.getParameters().getValue());
        assertEquals("Deep, DeepSeek V3.json", deep.getParameters().getSource().getCitation(), "the source is kept");
        assertEquals(Verification.PRIMARY, deep.getParameters().getSource().getVerification());
        assertNotNull(deep.getArchitecture());
        assertEquals(Messages.text("import.command", 2), document.editing().stack().getUndoCommand().getLabel());
        document.editing().stack().undo();
        assertEquals(new String(before, StandardCharsets.UTF_8),
                new String(document.content(), StandardCharsets.UTF_8), "one command");
    }

    @Test
    void importingAgainTellsTheIdsApartAndANewStudyTakesTheRest() throws Exception {
        StudyEditor editor = open();
        Path llama = Files.copy(CONFIGS.resolve("llama-3.1-8b.json"), folder.resolve("Llama 3.1 8B.json"));
        Path gpt = Files.copy(CONFIGS.resolve("gpt2.json"), folder.resolve("gpt2.json"));
        int models = editor.document().study().getModels().size();
        assertNotNull(org.isoflop.model.Ids.elements(editor.document().study()).get("llama-3.1-8b"),
                "the example has a model of this id");
        importOne(llama, 0);
        assertEquals(models + 1, editor.document().study().getModels().size());
        assertNotNull(org.isoflop.model.Ids.elements(editor.document().study()).get("llama-3.1-8b-2"));
        importOne(gpt, 1);
        WindowProbe.until("the new study", () -> page().getActiveEditor() != editor);
        StudyEditor made = (StudyEditor) page().getActiveEditor();
        WindowProbe.until("the model", () -> made.document().state() == StudyDocument.State.READY);
        assertEquals(List.of("gpt2"), made.document().study().getModels().stream().map(LanguageModel::getId).toList());
        assertTrue(made.isDirty(), "it is nowhere but here");
        assertTrue(made.document().findings().stream().noneMatch(finding -> finding
                .severity() == org.isoflop.model.validate.Severity.ERROR), made.document().findings()::toString);
    }

    @Test
    void nothingIsImportedOfWhatIsNoConfiguration() throws Exception {
        WindowProbe.theme(Ids.DARK_THEME);
        Path missing = folder.resolve("missing.json");
        Path text = Files.writeString(folder.resolve("text.json"), "no JSON");
        Path unknown = Files.writeString(folder.resolve("unknown.json"), "{\"model_type\": \"abacus\"}");
        inWizard(dialog -> {
            ConfigPage first = configs(dialog);
            first.add(List.of(missing, text, unknown));
            WindowProbe.until("the files", () -> first.table().getItemCount() == 3);
            select(first.table(), 2);
            assertTrue(first.details().getText().contains("abacus"), first.details().getText());
            assertFalse(finish(dialog).isEnabled());
            WindowProbe.picture(dialog.getShell(), "import-dark-" + LANGUAGE);
        });
        assertNull(page().getActiveEditor());
    }

    @Test
    void aTableIsRefusedWithLineAndColumnAndTakenOnceItsColumnsAreKnown() throws Exception {
        StudyEditor editor = open();
        int models = editor.document().study().getModels().size();
        Path table = Files.writeString(folder.resolve("zoo.csv"), "What,Params,Training tokens,Lab\n"
                + "Okapi,7B,2T,Savannah\nQuagga,n/a,300B,Savannah\n");
        inWizard(dialog -> {
            TablePage page = table(dialog);
            assertFalse(finish(dialog).isEnabled());
            page.choose(table.toString());
            WindowProbe.until("the question",
                    () -> Messages.text("import.table.noName").equals(page.getErrorMessage()));
            page.map(ModelColumn.NAME, "What");
            WindowProbe.until("the refusal", () -> page.getErrorMessage() != null
                    && page.getErrorMessage().contains("n/a"));
            assertTrue(page.getErrorMessage().startsWith(Messages.text("refused.column", "3", "Params", "")
                    .strip()), page.getErrorMessage());
            assertEquals(page.preview().getDisplay().getSystemColor(SWT.COLOR_DARK_RED),
                    page.preview().getItem(1).getBackground(2), "the cell is marked");
            WindowProbe.picture(dialog.getShell(), "import-table-refused-" + LANGUAGE);
            write(table, "What,Params,Training tokens,Lab\nOkapi,7B,2T,Savannah\nQuagga,,300B,Savannah\n");
            page.map(ModelColumn.ORGANISATION, "Lab");
            WindowProbe.until("the models", page::isPageComplete);
            WindowProbe.picture(dialog.getShell(), "import-table-" + LANGUAGE);
            press(finish(dialog));
        });
        Study study = editor.document().study();
        assertEquals(models + 2, study.getModels().size());
        LanguageModel okapi = (LanguageModel) org.isoflop.model.Ids.elements(study).get("okapi");
        assertEquals(7e9, okapi.getParameters().getValue());
        assertEquals("Savannah", okapi.getOrganisation());
        assertEquals("zoo.csv", okapi.getParameters().getSource().getCitation());
        LanguageModel quagga = (LanguageModel) org.isoflop.model.Ids.elements(study).get("quagga");
        assertNull(quagga.getParameters(), "unknown stays unknown");
        assertEquals(3e11, quagga.getTraining().getTokens().getValue());
        editor.document().editing().stack().undo();
        assertEquals(models, study.getModels().size(), "one command");
    }

    @Test
    void namesComeFromFoldersAndTheHub() {
        assertEquals("Mistral-7B-v0.1", ConfigRow.nameOf(
                Path.of("/cache/models--mistralai--Mistral-7B-v0.1/snapshots/26bca36/config.json")));
        assertEquals("phi", ConfigRow.nameOf(Path.of("/a/phi/config.json")));
        assertEquals("gpt2", ConfigRow.nameOf(Path.of("/a/phi/gpt2.JSON")));
    }

    private void importOne(Path file, int target) throws Exception {
        inWizard(dialog -> {
            ConfigPage first = configs(dialog);
            first.add(List.of(file));
            WindowProbe.until("the file", () -> finish(dialog).isEnabled());
            Combo into = WindowProbe.find(dialog.getShell(), Combo.class);
            into.select(target);
            press(finish(dialog));
        });
    }

    private static void select(Table table, int row) {
        table.setSelection(row);
        table.notifyListeners(SWT.Selection, new Event());
    }

    private static String number(long count) {
        return java.text.NumberFormat.getIntegerInstance().format(count);
    }

    private static void inWizard(Consumer<WizardDialog> action) throws Exception {
        Dialogs.answer(Messages.text("import.title"),
                () -> PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(Ids.IMPORT, null),
                shell -> action.accept((WizardDialog) shell.getData()));
    }

    private static ConfigPage configs(WizardDialog dialog) {
        dialog.showPage(dialog.getCurrentPage().getNextPage());
        WindowProbe.settle();
        return (ConfigPage) dialog.getCurrentPage();
    }

    private static TablePage table(WizardDialog dialog) {
        Button table = WindowProbe.find(dialog.getShell(), Button.class,
                one -> one.getText().equals(Messages.text("import.source.table")));
        WindowProbe.find(dialog.getShell(), Button.class,
                one -> one.getText().equals(Messages.text("import.source.configs"))).setSelection(false);
        table.setSelection(true);
        table.notifyListeners(SWT.Selection, new Event());
        WindowProbe.picture(dialog.getShell(), "import-source-" + LANGUAGE);
        dialog.showPage(dialog.getCurrentPage().getNextPage());
        WindowProbe.settle();
        return (TablePage) dialog.getCurrentPage();
    }

    private StudyEditor open() throws IOException {
        return WindowProbe.open(Files.write(folder.resolve("giants.isoflop"), Examples.content("end-of-the-giants")));
    }
}
