package org.isoflop.ui.editor;

import static org.isoflop.ui.WindowProbe.shell;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.Resource;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.QuantityFormatException;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.chart.Charts;
import org.isoflop.core.example.Examples;
import org.isoflop.model.Accelerator;
import org.isoflop.model.Chart;
import org.isoflop.model.Element;
import org.isoflop.model.Ids;
import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.LanguageModel;
import org.isoflop.model.Pretrain;
import org.isoflop.model.Quantity;
import org.isoflop.model.ScalingLaw;
import org.isoflop.model.Scenario;
import org.isoflop.model.Source;
import org.isoflop.model.Status;
import org.isoflop.model.Study;
import org.isoflop.model.annotation.Features;
import org.isoflop.model.io.StudyFileException;
import org.isoflop.ui.Messages;
import org.isoflop.ui.WindowProbe;
import org.isoflop.ui.edit.Edits;
import org.isoflop.ui.form.FormProbe;
import org.isoflop.ui.form.ObjectForm;
import org.isoflop.ui.input.OpenStudies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The form editor of a study in the real window. */
class FormEditorTest {

    private static final String EXAMPLE = "end-of-the-giants";
    private static final IsoflopPackage MODEL = IsoflopPackage.eINSTANCE;
    private static final List<String> PAGES = List.of("overview", "models", "datasets", "accelerators", "laws",
            "runTables", "scenarios", "strategies", "charts", "sources");

    @TempDir
    Path folder;

    private final IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    private final byte[] content = Examples.content(EXAMPLE);

    @BeforeEach
    void size() {
        shell().setBounds(0, 0, 1280, 860);
    }

    @AfterEach
    void close() {
        page.closeAllEditors(false);
        WindowProbe.settle();
    }

    @Test
    void changesTheStudyAndItsChartWithANumber() throws IOException {
        StudyEditor editor = open();
        FormProbe form = select(editor, "models", "chinchilla-70b");
        LanguageModel model = find(editor, LanguageModel.class, "chinchilla-70b");
        var before = Charts.plot(Charts.SCALING_CURVES, editor.document().data(), Locale.ENGLISH);
        assertEquals("70B", form.text("parameters").getText());
        form.type("parameters", "1.4e11");
        assertEquals("140,000,000,000 parameters · Published · Hoffmann et al. 2022 · The Chinchilla model",
                form.echo("parameters").replaceAll("\\h", " "));
        assertEquals(70e9, model.getParameters().getValue(), "nothing before Enter");
        assertTrue(editor.isDirty(), "what is typed can be saved");
        form.enter("parameters", "140 B");
        assertEquals(140e9, model.getParameters().getValue());
        assertEquals("140B", form.text("parameters").getText());
        assertEquals(Status.PUBLISHED, model.getParameters().getStatus());
        assertNotNull(model.getParameters().getSource());
        assertTrue(editor.isDirty());
        assertNotEquals(before, Charts.plot(Charts.SCALING_CURVES, editor.document().data(), Locale.ENGLISH));
        stack(editor).undo();
        assertEquals("70B", form.text("parameters").getText());
        assertEquals(before, Charts.plot(Charts.SCALING_CURVES, editor.document().data(), Locale.ENGLISH));
        assertFalse(editor.isDirty());
        stack(editor).redo();
        assertEquals("140B", form.text("parameters").getText());
        page.saveEditor(editor, false);
        assertTrue(Files.readString(folder.resolve("study.isoflop")).contains("140000000000"));
    }

    @Test
    void takesWhatIsBeingTypedWhenTheThemeChanges() throws Exception {
        StudyEditor editor = open();
        FormProbe form = select(editor, "models", "chinchilla-70b");
        Text typed = form.text("training.tokens");
        form.type("training.tokens", "2T");
        WindowProbe.theme(org.isoflop.ui.Ids.DARK_THEME);
        try {
            WindowProbe.until("the page in the colours of the theme", typed::isDisposed);
            LanguageModel model = find(editor, LanguageModel.class, "chinchilla-70b");
            assertEquals(2e12, model.getTraining().getTokens().getValue());
            stack(editor).undo();
            assertEquals(1.4e12, model.getTraining().getTokens().getValue());
        } finally {
            WindowProbe.theme(org.isoflop.ui.Ids.LIGHT_THEME);
        }
    }

    @Test
    void takesWhatIsBeingTypedWhenItSaves() throws IOException {
        StudyEditor editor = open();
        FormProbe form = select(editor, "models", "chinchilla-70b");
        form.type("training.tokens", "2T");
        page.saveEditor(editor, false);
        assertFalse(editor.isDirty());
        assertTrue(Files.readString(folder.resolve("study.isoflop")).contains("\"value\": 2000000000000"));
    }

    @Test
    void keepsWrongTextAtTheFieldWithTheReason() throws IOException {
        StudyEditor editor = open();
        FormProbe form = select(editor, "models", "chinchilla-70b");
        LanguageModel model = find(editor, LanguageModel.class, "chinchilla-70b");
        assertNull(form.mark("parameters"));
        form.enter("parameters", "70,5B");
        assertEquals("70,5B", form.text("parameters").getText());
        assertEquals(sentence("70,5B", Unit.PARAMETERS), form.mark("parameters"));
        assertEquals(sentence("70,5B", Unit.PARAMETERS), form.echo("parameters"));
        form.leave("parameters");
        form.enter("organisation", "DeepMind 2");
        assertEquals("70,5B", form.text("parameters").getText(), "another edit leaves it");
        assertEquals(sentence("70,5B", Unit.PARAMETERS), form.mark("parameters"));
        WindowProbe.picture(shell(), "form-refused");
        assertEquals(70e9, model.getParameters().getValue());
        form.escape("parameters");
        assertEquals("70B", form.text("parameters").getText());
        assertNull(form.mark("parameters"));
        form.enter("parameters", "-3B");
        assertEquals(70e9, model.getParameters().getValue());
        assertEquals(Messages.text("form.above", "Parameters", "0"), form.mark("parameters"));
        form.escape("parameters");
        form.enter("released", "2022-13");
        assertEquals(Messages.text("form.date", "2022-13"), form.mark("released"));
        form.enter("id", "gopher-280b");
        assertEquals(Messages.text("form.id.taken", "gopher-280b", "Gopher 280B"), form.mark("id"));
        form.enter("id", "Two Words");
        assertEquals(Messages.text("form.id.pattern", "Two Words", "two-words"), form.mark("id"));
        assertEquals("chinchilla-70b", model.getId());
    }

    @Test
    void keepsTheCaretAndWhatIsTypedWhenTheStudyChangesElsewhere() throws IOException {
        StudyEditor editor = open();
        FormProbe form = select(editor, "models", "chinchilla-70b");
        Text text = form.text("organisation");
        shell().forceActive();
        text.forceFocus();
        text.setText("DeepMind, London");
        text.setSelection(8);
        form.enter("licence", "open");
        stack(editor).undo();
        assertEquals("DeepMind, London", text.getText());
        assertEquals(8, text.getCaretPosition());
        form.leave("organisation");
        assertEquals("DeepMind, London", find(editor, LanguageModel.class, "chinchilla-70b").getOrganisation());
        stack(editor).undo();
        assertNotEquals("DeepMind, London", text.getText());
    }

    @Test
    void removesAValueWithItsText() throws IOException {
        StudyEditor editor = open();
        FormProbe form = select(editor, "models", "chinchilla-70b");
        LanguageModel model = find(editor, LanguageModel.class, "chinchilla-70b");
        form.enter("parameters", "");
        assertNull(model.getParameters());
        form.enter("licence", "");
        assertFalse(model.eIsSet(MODEL.getLanguageModel_Licence()));
        form.enter("training.tokens", "");
        assertNotNull(model.getTraining());
        form.enter("training.compute", "");
        assertNull(model.getTraining(), "what holds nothing goes too");
        form.enter("training.compute", "3e24 FLOP");
        assertEquals(3e24, model.getTraining().getCompute().getValue());
        stack(editor).undo();
        assertNull(model.getTraining());
    }

    @Test
    void editsValueIntervalStatusAndSourceInOneCommand() throws IOException {
        StudyEditor editor = open();
        FormProbe form = select(editor, "models", "gpt-3-175b");
        LanguageModel model = find(editor, LanguageModel.class, "gpt-3-175b");
        byte[] before = bytes(editor);
        WindowProbe.inNextDialog(Messages.text("quantity.title", "Active parameters"), dialog -> {
            FormProbe.fill(dialog, "Value", "90B");
            FormProbe.fill(dialog, "Low", "80B");
            FormProbe.fill(dialog, "High", "100B");
            FormProbe.fill(dialog, "Level", "90 %");
            FormProbe.fill(dialog, "Shape", "Uniform");
            FormProbe.fill(dialog, "Status", "Estimated");
            FormProbe.fill(dialog, "Source", "Brown et al. 2020 · Table D.1");
            FormProbe.fill(dialog, "Note", "A guess.");
            WindowProbe.picture(dialog, "quantity-dialog");
            button(dialog, Messages.text("button.apply")).notifyListeners(SWT.Selection, new Event());
        });
        form.press("activeParameters");
        Quantity quantity = model.getActiveParameters();
        assertEquals(90e9, quantity.getValue());
        assertEquals(80e9, quantity.getLow());
        assertEquals(100e9, quantity.getHigh());
        assertEquals(0.9, quantity.getLevel());
        assertEquals(Status.ESTIMATED, quantity.getStatus());
        assertSame(find(editor, Source.class, "brown-2020"), quantity.getSource());
        assertEquals("A guess.", quantity.getNote().get(Locale.ENGLISH));
        assertEquals("90,000,000,000 parameters · 80B to 100B · Estimated · Brown et al. 2020 · Table D.1",
                form.echo("activeParameters").replaceAll("\\h", " "));
        stack(editor).undo();
        assertFalse(stack(editor).canUndo(), "one gesture, one command");
        assertArrayEquals(before, bytes(editor));
    }

    @Test
    void refusesAWrongNumberInTheDialogAndChangesNothingOnCancel() throws IOException {
        StudyEditor editor = open();
        FormProbe form = select(editor, "models", "gpt-3-175b");
        byte[] before = bytes(editor);
        WindowProbe.inNextDialog(Messages.text("quantity.title", "Parameters"), dialog -> {
            FormProbe.fill(dialog, "Low", "many");
            Button apply = button(dialog, Messages.text("button.apply"));
            assertFalse(apply.isEnabled());
            FormProbe.fill(dialog, "Low", "170B");
            assertTrue(apply.isEnabled());
            button(dialog, Messages.text("button.cancel")).notifyListeners(SWT.Selection, new Event());
        });
        form.press("parameters");
        assertFalse(stack(editor).canUndo());
        assertArrayEquals(before, bytes(editor));
    }

    @Test
    void editsOneTextPerLanguage() throws IOException {
        StudyEditor editor = open();
        FormProbe form = select(editor, "models", "chinchilla-70b");
        LanguageModel model = find(editor, LanguageModel.class, "chinchilla-70b");
        assertTrue(model.getName().isSingle());
        item(form.languages("name"), Messages.text("language.add", "French (fr)"));
        assertEquals(Map.of("en", "Chinchilla 70B", "fr", "Chinchilla 70B"), model.getName().languages());
        form.enter("name", "Le Chinchilla");
        assertEquals(Map.of("en", "Chinchilla 70B", "fr", "Le Chinchilla"), model.getName().languages());
        item(form.languages("name"), "English (en)");
        assertEquals("Chinchilla 70B", form.text("name").getText());
        form.enter("name", "The Chinchilla");
        assertEquals(Map.of("en", "The Chinchilla", "fr", "Le Chinchilla"), model.getName().languages());
        WindowProbe.inNextDialog(Messages.text("language.title"), dialog -> {
            Text tag = WindowProbe.find(dialog, Text.class, text -> (text.getStyle() & SWT.READ_ONLY) == 0);
            tag.setText("Deutsch");
            assertFalse(button(dialog, "OK").isEnabled());
            tag.setText("de");
            button(dialog, "OK").notifyListeners(SWT.Selection, new Event());
        });
        item(form.languages("name"), Messages.text("language.other"));
        assertEquals(Set.of("en", "fr", "de"), model.getName().languages().keySet());
        item(form.languages("name"), Messages.text("language.remove", "German (de)"));
        item(form.languages("name"), Messages.text("language.merge", "English (en)"));
        assertTrue(model.getName().isSingle());
        assertEquals("The Chinchilla", model.getName().get(Locale.ROOT));
    }

    @Test
    void choosesReferencesAndGoesToThem() throws IOException {
        StudyEditor editor = open();
        FormProbe form = select(editor, "scenarios", "ten-thousand-h100");
        Scenario scenario = find(editor, Scenario.class, "ten-thousand-h100");
        form.choose("law", "Kaplan 2020, loss from minimal compute");
        assertEquals("Kaplan 2020, loss from minimal compute", scenario.getLaw().getName().get(Locale.ENGLISH));
        Event wheel = new Event();
        form.combo("law").notifyListeners(SWT.MouseVerticalWheel, wheel);
        assertFalse(wheel.doit, "the wheel that scrolls the page changes no choice");
        form.press("law");
        assertEquals("laws", editor.getActivePageInstance().getId());
        assertEquals(List.of(scenario.getLaw()), selected(editor));
        form = select(editor, "scenarios", "ten-thousand-h100");
        form.choose("law", Messages.text("form.none"));
        assertNull(scenario.getLaw());
        stack(editor).undo();
        assertEquals("Kaplan 2020, loss from minimal compute", form.combo("law").getText());
    }

    @Test
    void choosesSeveralReferencesByTheirBoxes() throws IOException {
        StudyEditor editor = open();
        Chart chart = editor.document().study().getCharts().getFirst();
        FormProbe form = select(editor, "charts", chart.getId());
        int before = chart.getLaws().size();
        assertTrue(form.table("laws").getItem(0).getChecked());
        tick(form, "laws", 0, false);
        tick(form, "laws", 3, true);
        assertEquals(before, chart.getLaws().size());
        assertSame(editor.document().study().getLaws().get(3), chart.getLaws().getLast());
        stack(editor).undo();
        assertFalse(form.table("laws").getItem(3).getChecked());
    }

    @Test
    void listsBudgetsAndCompletesWords() throws IOException {
        StudyEditor editor = open();
        Chart chart = editor.document().study().getCharts().getFirst();
        FormProbe form = select(editor, "charts", chart.getId());
        form.enter("budgets", "1e21; 5 ZFLOP ;1e24 FLOP");
        assertEquals(List.of(1e21, 5e21, 1e24), chart.getBudgets());
        form.enter("budgets", "1e21; two");
        assertEquals(sentence(" two", Unit.FLOP), form.mark("budgets"));
        assertEquals(List.of(1e21, 5e21, 1e24), chart.getBudgets());
        form.enter("budgets", "");
        assertFalse(chart.eIsSet(MODEL.getChart_Budgets()));
        assertEquals(List.of("isoflop"), form.completions("view", "iso"));
        assertTrue(form.completions("budgets", "1e21; 3").contains("1e21; 3 ZFLOP"));
        form = select(editor, "models", "chinchilla-70b");
        assertEquals(List.of("7k", "7M", "7B", "7T"), form.completions("parameters", "7"));
        assertEquals(List.of("7B"), form.completions("parameters", "7b"));
        form = select(editor, "laws", editor.document().study().getLaws().getFirst().getId());
        assertTrue(form.completions("form", "").containsAll(List.of("chinchilla", "power-law-compute")));
    }

    @Test
    void editsContainedListsAsTables() throws IOException {
        StudyEditor editor = open();
        Accelerator chip = find(editor, Accelerator.class, "h100-sxm-80gb");
        FormProbe form = select(editor, "accelerators", chip.getId());
        int before = chip.getPeaks().size();
        press(form.tool("peaks", 0));
        assertEquals(before + 1, chip.getPeaks().size());
        var added = chip.getPeaks().getLast();
        assertSame(added, form.viewer("peaks").getStructuredSelection().getFirstElement());
        edit(form, "peaks", added, 0, "int8");
        assertEquals("int8", added.getPrecision());
        edit(form, "peaks", added, 1, "1979 TFLOP/s");
        assertEquals(1979e12, added.getThroughput().getValue());
        assertEquals("1.98 PFLOP/s",
                form.table("peaks").getItem(before).getText(1).replaceAll("\\h", " "));
        edit(form, "peaks", added, 1, "fast");
        assertEquals(1979e12, added.getThroughput().getValue());
        press(form.tool("peaks", 3));
        assertEquals(before - 1, chip.getPeaks().indexOf(added));
        press(form.tool("peaks", 4));
        assertEquals(before, chip.getPeaks().indexOf(added));
        press(form.tool("peaks", 1));
        assertEquals(before + 2, chip.getPeaks().size());
        press(form.tool("peaks", 2));
        press(form.tool("peaks", 2));
        assertEquals(before, chip.getPeaks().size());
        assertFalse(chip.getPeaks().contains(added));
    }

    @Test
    void editsTheWholeQuantityOfARow() throws IOException {
        StudyEditor editor = open();
        ScalingLaw law = editor.document().study().getLaws().getFirst();
        FormProbe form = select(editor, "laws", law.getId());
        form.viewer("constants").setSelection(new StructuredSelection(law.getConstants().get(1)));
        WindowProbe.inNextDialog(Messages.text("quantity.title", "Value"), dialog -> {
            FormProbe.fill(dialog, "Low", "400");
            FormProbe.fill(dialog, "High", "500");
            button(dialog, Messages.text("button.apply")).notifyListeners(SWT.Selection, new Event());
        });
        press(form.tool("constants", 5));
        assertEquals(400, law.getConstants().get(1).getValue().getLow());
        assertTrue(form.table("constants").getItem(1).getText(1).contains("400"));
        edit(form, "ranges", law.getRanges().getFirst(), 1, "1B");
        assertEquals(1e9, law.getRanges().getFirst().getLow());
    }

    @Test
    void addsDuplicatesMovesAndDeletesByTools() throws IOException {
        StudyEditor editor = open();
        var datasets = editor.document().study().getDatasets();
        ElementsPage data = page(editor, "datasets");
        int before = datasets.size();
        press(tool(data, 0));
        assertEquals(before + 1, datasets.size());
        assertEquals(List.of(datasets.getLast()), selected(editor));
        assertNotNull(datasets.getLast().getId());
        press(tool(data, 1));
        assertEquals(before + 2, datasets.size());
        Element copy = (Element) selected(editor).getFirst();
        assertNotEquals(datasets.get(before).getId(), copy.getId());
        press(tool(data, 3));
        assertEquals(before, datasets.indexOf(copy));
        press(tool(data, 4));
        assertEquals(before + 1, datasets.indexOf(copy));
        press(tool(data, 2));
        assertFalse(datasets.contains(copy));
        assertEquals(List.of(datasets.getLast()), selected(editor), "the neighbour is selected");
        for (int i = 0; i < 5; i++) {
            stack(editor).undo();
        }
        assertFalse(stack(editor).canUndo());
        assertEquals(before, datasets.size());
        assertArrayEquals(content, bytes(editor));
    }

    @Test
    void addsMovesAndDeletesByKeys() throws IOException {
        StudyEditor editor = open();
        var laws = editor.document().study().getLaws();
        ElementsPage page = page(editor, "laws");
        Tree tree = page.master().viewer().getTree();
        ScalingLaw first = laws.getFirst();
        page.master().select(first);
        key(tree, SWT.ALT, SWT.ARROW_DOWN);
        assertEquals(1, laws.indexOf(first));
        key(tree, SWT.ALT, SWT.ARROW_UP);
        assertEquals(0, laws.indexOf(first));
        int before = laws.size();
        key(tree, 0, SWT.INSERT);
        assertEquals(before + 1, laws.size());
        key(tree, 0, SWT.DEL);
        assertEquals(before, laws.size());
    }

    @Test
    void asksBeforeADeletionLeavesReferencesOpen() throws IOException {
        StudyEditor editor = open();
        ElementsPage sources = page(editor, "sources");
        Source source = find(editor, Source.class, "brown-2020");
        sources.master().select(source);
        WindowProbe.inNextDialog(Messages.text("delete.title"), dialog -> {
            WindowProbe.picture(dialog, "deletion");
            dialog.close();
        });
        press(tool(sources, 2));
        assertSame(source, find(editor, Source.class, "brown-2020"));
        WindowProbe.inNextDialog(Messages.text("delete.title"),
                dialog -> button(dialog, Messages.text("delete.delete")).notifyListeners(SWT.Selection, new Event()));
        press(tool(sources, 2));
        assertNull(find(editor, Source.class, "brown-2020"));
        assertNull(find(editor, LanguageModel.class, "gpt-3-175b").getParameters().getSource());
        stack(editor).undo();
        assertArrayEquals(content, bytes(editor));
    }

    @Test
    void buildsScenariosAsATree() throws IOException {
        StudyEditor editor = open();
        Scenario scenario = find(editor, Scenario.class, "ten-thousand-h100");
        ElementsPage page = page(editor, "scenarios");
        page.master().select(scenario);
        int before = scenario.getStrategies().size();
        menu(page.master().viewer().getTree(), Messages.text("master.add", "Strategy"));
        assertEquals(before + 1, scenario.getStrategies().size());
        menu(page.master().viewer().getTree(), Messages.text("master.add", "Pretraining"));
        Pretrain step = (Pretrain) scenario.getStrategies().getLast().getSteps().getLast();
        assertEquals(List.of(step), selected(editor));
        FormProbe form = new FormProbe(page.form());
        form.enter("devices", "10 000");
        form.choose("accelerator", "H100 SXM 80GB");
        form.choose("payment", "Rent");
        assertEquals(10_000, step.getDevices().getValue());
        assertEquals("rent", step.getPayment().getLiteral());
        assertTrue(form.completions("precision", "").contains("bf16"));
        form.choose("payment", Messages.text("form.notGiven"));
        assertFalse(step.isSetPayment());
    }

    @Test
    void showsFindingsAtTheirFieldsAndLeadsThere() throws IOException {
        StudyEditor editor = open();
        FormProbe form = select(editor, "models", "chinchilla-70b");
        form.enter("training.compute", "1e20 FLOP");
        WindowProbe.until("the finding", () -> form.mark("training.compute") != null);
        assertTrue(form.mark("training.compute").contains("6ND"), form.mark("training.compute"));
        assertNotNull(WindowProbe.find(control(editor), CTabFolder.class, tabs -> true).getItem(1).getImage(),
                "the tab is marked");
        WindowProbe.picture(shell(), "form-finding");
        ScalingLaw law = editor.document().study().getLaws().getFirst();
        FormProbe laws = select(editor, "laws", law.getId());
        edit(laws, "constants", law.getConstants().getFirst(), 0, "A");
        WindowProbe.until("the finding", () -> laws.mark("constants") != null);
        assertTrue(laws.mark("constants").contains("A"), laws.mark("constants"));
        select(editor, "datasets", editor.document().study().getDatasets().getFirst().getId());
        editor.reveal(law.getConstants().getFirst(), MODEL.getConstant_Symbol());
        assertEquals("laws", editor.getActivePageInstance().getId());
        assertSame(law.getConstants().getFirst(),
                laws.viewer("constants").getStructuredSelection().getFirstElement());
        editor.reveal(find(editor, LanguageModel.class, "gopher-280b").getTraining().getTokens(),
                MODEL.getQuantity_Value());
        assertEquals("models", editor.getActivePageInstance().getId());
        assertEquals(List.of(find(editor, LanguageModel.class, "gopher-280b")), selected(editor));
        editor.reveal(editor.document().study(), MODEL.getElement_Name());
        assertEquals("overview", editor.getActivePageInstance().getId());
    }

    @Test
    void keepsPageAndSelectionWhenItReadsAgain() throws IOException {
        StudyEditor editor = open();
        FormProbe form = select(editor, "scenarios", "ten-thousand-h100");
        form.enter("moneyBudget", "5M USD");
        EObject before = (EObject) selected(editor).getFirst();
        editor.document().read();
        WindowProbe.until("the study", () -> editor.document().state() == StudyDocument.State.READY);
        assertEquals("scenarios", editor.getActivePageInstance().getId());
        Element after = (Element) selected(editor).getFirst();
        assertNotEquals(before, after);
        assertEquals("ten-thousand-h100", after.getId());
        assertEquals("300M USD", form.text("moneyBudget").getText());
        form.enter("moneyBudget", "6M USD");
        assertEquals(6e6, ((Scenario) after).getMoneyBudget().getValue());
        assertEquals(6e6, editor.document().data().scenarios().getFirst().moneyBudget().value());
    }

    @Test
    void saysOnceThatTheFileChangedAndReadsTheirs() throws IOException {
        StudyEditor editor = open();
        FormProbe form = select(editor, "models", "chinchilla-70b");
        form.enter("organisation", "Mine");
        Path file = folder.resolve("study.isoflop");
        Files.writeString(file, new String(content, StandardCharsets.UTF_8).replace("DeepMind", "Theirs"));
        editor.document().lookAtDisk();
        Button read = WindowProbe.find(control(editor), Button.class,
                button -> button.getText().equals(Messages.text("disk.readTheirs")));
        assertFalse(read.isVisible());
        WindowProbe.until("the notice", read::isVisible);
        WindowProbe.picture(shell(), "disk-changed");
        read.notifyListeners(SWT.Selection, new Event());
        WindowProbe.until("theirs", () -> form.text("organisation").getText().contains("Theirs"));
        assertFalse(read.isVisible());
        assertFalse(editor.isDirty());
    }

    @Test
    void savesMineOverTheirsWithoutAskingAgain() throws IOException {
        StudyEditor editor = open();
        FormProbe form = select(editor, "models", "chinchilla-70b");
        form.enter("organisation", "Mine");
        Path file = folder.resolve("study.isoflop");
        Files.writeString(file, new String(content, StandardCharsets.UTF_8).replace("DeepMind", "Theirs"));
        editor.document().lookAtDisk();
        Button keep = WindowProbe.find(control(editor), Button.class,
                button -> button.getText().equals(Messages.text("disk.keepMine")));
        WindowProbe.until("the notice", keep::isVisible);
        keep.notifyListeners(SWT.Selection, new Event());
        assertFalse(keep.isVisible());
        page.saveEditor(editor, false);
        assertTrue(Files.readString(file).contains("Mine"));
        assertFalse(editor.isDirty());
        Files.delete(file);
        editor.document().lookAtDisk();
        Button save = WindowProbe.find(control(editor), Button.class,
                button -> button.getText().equals(Messages.text("disk.save")));
        WindowProbe.until("the loss", save::isVisible);
        WindowProbe.picture(shell(), "disk-deleted");
        save.notifyListeners(SWT.Selection, new Event());
        assertTrue(Files.readString(file).contains("Mine"));
        assertFalse(save.isVisible());
    }

    @Test
    void onlyShowsAStudyThatCannotBeEdited() throws IOException {
        StudyEditor editor = open(new String(content, StandardCharsets.UTF_8)
                .replaceFirst("\"status\": \"derived\"", "\"status\": \"invented\"").getBytes(StandardCharsets.UTF_8));
        assertFalse(editor.document().isComplete());
        FormProbe form = select(editor, "models", "chinchilla-70b");
        assertFalse(form.text("parameters").getEditable());
        assertFalse(tool(page(editor, "models"), 0).isEnabled());
        assertEquals(Messages.text("editor.incomplete", "study.isoflop"),
                ((StudyFormPage) editor.getActivePageInstance()).getManagedForm().getForm().getMessage());
        WindowProbe.picture(shell(), "form-incomplete");
        form.enter("parameters", "1B");
        assertFalse(stack(editor).canUndo());
        form = select(editor, "scenarios", "ten-thousand-h100");
        assertFalse(form.combo("law").isEnabled());
    }

    @Test
    void tellsTheWorkbenchWhatIsSelected() throws IOException {
        StudyEditor editor = open();
        ISelectionProvider provider = editor.getSite().getSelectionProvider();
        List<Object> heard = new ArrayList<>();
        provider.addSelectionChangedListener(
                event -> heard.add(((IStructuredSelection) event.getSelection()).getFirstElement()));
        select(editor, "models", "gopher-280b");
        assertSame(find(editor, LanguageModel.class, "gopher-280b"), heard.getLast());
        ScalingLaw law = editor.document().study().getLaws().get(2);
        provider.setSelection(new StructuredSelection(law));
        assertEquals("laws", editor.getActivePageInstance().getId());
        assertSame(law, heard.getLast());
        editor.setActivePage("overview");
        assertSame(editor.document().study(), heard.getLast());
    }

    @Test
    void reachesEveryFeatureByANamedField() throws IOException {
        StudyEditor editor = open();
        new Edits(editor.document().editing()).add(editor.document().study(), MODEL.getStudy_RunTables(),
                MODEL.getRunTable());
        addArchitecture(editor);
        addHardware(editor);
        addSteps(editor);
        Set<String> missing = new TreeSet<>();
        Set<EClass> seen = new HashSet<>();
        Map<EClass, FormProbe> forms = new HashMap<>();
        forms.put(MODEL.getStudy(), new FormProbe(((OverviewPage) editor.setActivePage("overview")).form()));
        for (String id : PAGES.subList(1, PAGES.size())) {
            if (id.equals("strategies")) {
                continue;
            }
            ElementsPage page = page(editor, id);
            List<EObject> objects = new ArrayList<>();
            editor.document().study().eAllContents().forEachRemaining(objects::add);
            for (EObject object : objects) {
                page.master().select(object);
                if (object.equals(page.master().selection())) {
                    forms.put(object.eClass(), new FormProbe(page.form()));
                }
            }
        }
        forms.forEach((type, form) -> assertEquals(List.of(), form.nameless(), type.getName()));
        forms.forEach((type, form) -> features(type, "", missing, form, seen));
        assertEquals(Set.of(), missing);
        Set<String> unseen = new TreeSet<>();
        MODEL.getEClassifiers().stream().filter(EClass.class::isInstance).map(EClass.class::cast)
                .filter(type -> !type.isAbstract() && !seen.contains(type)).forEach(type -> unseen.add(type.getName()));
        assertEquals(Set.of(), unseen, "classes without a form");
    }

    /** An architecture with layers of every kind. */
    private static void addArchitecture(StudyEditor editor) {
        Edits edits = new Edits(editor.document().editing());
        LanguageModel model = editor.document().study().getModels().getFirst();
        EObject architecture = edits.add(model, MODEL.getLanguageModel_Architecture(), MODEL.getArchitecture());
        for (EReference part : List.of(MODEL.getLayerGroup_Mixer(), MODEL.getLayerGroup_FeedForward())) {
            for (EClassifier type : MODEL.getEClassifiers()) {
                if (type instanceof EClass kind && !kind.isAbstract()
                        && part.getEReferenceType().isSuperTypeOf(kind)) {
                    EObject layers = edits.add(architecture, MODEL.getArchitecture_Layers(), MODEL.getLayerGroup());
                    edits.add(layers, part, kind);
                }
            }
        }
    }

    /** A cluster whose devices come at a date, a grid, and a site on it. */
    private static void addHardware(StudyEditor editor) {
        Edits edits = new Edits(editor.document().editing());
        Study study = editor.document().study();
        EObject cluster = edits.add(study, MODEL.getStudy_Clusters(), MODEL.getCluster());
        edits.add(cluster, MODEL.getCluster_Deliveries(), MODEL.getDelivery());
        edits.add(study, MODEL.getStudy_Grids(), MODEL.getGrid());
        edits.add(study, MODEL.getStudy_Sites(), MODEL.getSite());
    }

    /** A step of every kind. */
    private static void addSteps(StudyEditor editor) {
        Edits edits = new Edits(editor.document().editing());
        EObject strategy = editor.document().study().getScenarios().getFirst().getStrategies().getFirst();
        for (EClassifier type : MODEL.getEClassifiers()) {
            if (type instanceof EClass kind && !kind.isAbstract() && MODEL.getStep().isSuperTypeOf(kind)) {
                edits.add(strategy, MODEL.getStrategy_Steps(), kind);
            }
        }
    }

    /** Fields for all features; the rows of a table and the parts of a quantity are reached through their field. */
    private static void features(EClass type, String prefix, Set<String> missing, FormProbe form, Set<EClass> seen) {
        seen.add(type);
        for (EStructuralFeature feature : type.getEAllStructuralFeatures()) {
            if (Features.isInternal(feature)) {
                continue;
            }
            String name = prefix + feature.getName();
            if (form.features().contains(name)) {
                if (feature instanceof EReference reference && reference.isContainment()
                        && !ObjectForm.hasForms(reference) && !MODEL.getElement().isSuperTypeOf(reference
                                .getEReferenceType())
                        && !reference.getEReferenceType().isAbstract()) {
                    seen.add(reference.getEReferenceType());
                    columns(reference, missing, form, name);
                }
            } else if (feature instanceof EReference reference && reference.isContainment() && !reference.isMany()) {
                features(reference.getEReferenceType(), name + ".", missing, form, seen);
            } else {
                missing.add(type.getName() + "." + feature.getName());
            }
        }
    }

    private static void columns(EReference list, Set<String> missing, FormProbe form, String name) {
        if (list.isMany()) {
            long shown = list.getEReferenceType().getEAllStructuralFeatures().stream()
                    .filter(feature -> !Features.isInternal(feature)).count();
            if (form.table(name).getColumnCount() != shown) {
                missing.add(name + " has " + form.table(name).getColumnCount() + " columns");
            }
        }
    }

    @Test
    void leavesNothingBehindAfterAHundredOpenings() throws IOException {
        Path file = Files.write(folder.resolve("often.isoflop"), content);
        List<Error> lost = new ArrayList<>();
        for (int i = 0; i < PAGES.size(); i++) {
            openAndClose(file, i);
        }
        int shells = shell().getDisplay().getShells().length;
        int listeners = WindowProbe.countListeners(shell());
        Resource.setNonDisposeHandler(lost::add);
        try {
            for (int i = 0; i < 100; i++) {
                openAndClose(file, i);
            }
            System.gc();
            WindowProbe.settle();
        } finally {
            Resource.setNonDisposeHandler(null);
        }
        assertTrue(lost.isEmpty(), () -> lost.getFirst().toString());
        assertEquals(shells, shell().getDisplay().getShells().length);
        assertEquals(listeners, WindowProbe.countListeners(shell()));
    }

    private void openAndClose(Path file, int number) {
        OpenStudies.file(page, file);
        StudyEditor editor = (StudyEditor) page.getActiveEditor();
        WindowProbe.until("the study", () -> editor.document().state() == StudyDocument.State.READY);
        assertNotNull(editor.setActivePage(PAGES.get(number % PAGES.size())));
        page.closeAllEditors(false);
        WindowProbe.settle();
    }

    private static String sentence(String text, Unit unit) {
        try {
            Quantities.parse(text, unit);
            throw new AssertionError(text + " is a quantity");
        } catch (QuantityFormatException e) {
            return e.message(Locale.getDefault());
        }
    }

    private StudyEditor open() throws IOException {
        return open(content);
    }

    private StudyEditor open(byte[] bytes) throws IOException {
        OpenStudies.file(page, Files.write(folder.resolve("study.isoflop"), bytes));
        StudyEditor editor = (StudyEditor) page.getActiveEditor();
        WindowProbe.until("the study", () -> editor.document().state() == StudyDocument.State.READY);
        WindowProbe.settle();
        return editor;
    }

    private static ElementsPage page(StudyEditor editor, String id) {
        return (ElementsPage) editor.setActivePage(id);
    }

    private static FormProbe select(StudyEditor editor, String pageId, String id) {
        ElementsPage page = page(editor, pageId);
        page.master().select(Ids.elements(editor.document().study()).get(id));
        assertEquals(id, ((Element) page.master().selection()).getId());
        return new FormProbe(page.form());
    }

    private static <T extends Element> T find(StudyEditor editor, Class<T> type, String id) {
        return type.cast(Ids.elements(editor.document().study()).get(id));
    }

    private static BasicCommandStack stack(StudyEditor editor) {
        return editor.document().editing().stack();
    }

    private static byte[] bytes(StudyEditor editor) {
        try {
            return editor.document().content();
        } catch (StudyFileException e) {
            throw new AssertionError(e);
        }
    }

    private static List<?> selected(StudyEditor editor) {
        return ((IStructuredSelection) editor.getSite().getSelectionProvider().getSelection()).toList();
    }

    private static void press(ToolItem item) {
        assertTrue(item.isEnabled(), item.getToolTipText());
        item.notifyListeners(SWT.Selection, new Event());
    }

    private static ToolItem tool(ElementsPage page, int index) {
        return ((ToolBar) page.master().control().getChildren()[0]).getItem(index);
    }

    private static void key(Control control, int mask, int code) {
        Event event = new Event();
        event.stateMask = mask;
        event.keyCode = code;
        control.notifyListeners(SWT.KeyDown, event);
    }

    private static void item(Menu menu, String text) {
        for (MenuItem item : menu.getItems()) {
            if (item.getText().equals(text)) {
                item.setSelection(true);
                item.notifyListeners(SWT.Selection, new Event());
                menu.dispose();
                return;
            }
        }
        throw new AssertionError(text + " is not in the menu");
    }

    private static void menu(Tree tree, String text) {
        tree.getMenu().notifyListeners(SWT.Show, new Event());
        for (MenuItem item : tree.getMenu().getItems()) {
            if (item.getText().equals(text)) {
                item.notifyListeners(SWT.Selection, new Event());
                return;
            }
        }
        throw new AssertionError(text + " is not in the menu");
    }

    private static void tick(FormProbe form, String feature, int row, boolean checked) {
        Event event = new Event();
        event.detail = SWT.CHECK;
        event.item = form.table(feature).getItem(row);
        form.table(feature).getItem(row).setChecked(checked);
        form.table(feature).notifyListeners(SWT.Selection, event);
    }

    /** Types into a cell and presses Enter. */
    private static void edit(FormProbe form, String feature, EObject row, int column, String typed) {
        form.viewer(feature).editElement(row, column);
        assertTrue(form.viewer(feature).isCellEditorActive());
        Text text = WindowProbe.find(form.table(feature), Text.class, Text::isVisible);
        text.setText(typed);
        text.notifyListeners(SWT.DefaultSelection, new Event());
        form.viewer(feature).cancelEditing();
    }

    private static Button button(Shell dialog, String text) {
        return WindowProbe.find(dialog, Button.class, button -> button.getText().equals(text));
    }

    private static Composite control(StudyEditor editor) {
        return WindowProbe.find(shell(), Composite.class, control -> control.getData(StudyEditor.CONTROL) == editor);
    }
}
