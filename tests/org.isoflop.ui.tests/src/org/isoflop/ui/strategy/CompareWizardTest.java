package org.isoflop.ui.strategy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.isoflop.core.example.Examples;
import org.isoflop.model.Scenario;
import org.isoflop.model.UseModel;
import org.isoflop.model.validate.Severity;
import org.isoflop.ui.Messages;
import org.isoflop.ui.WindowProbe;
import org.isoflop.ui.editor.StrategiesProbe;
import org.isoflop.ui.editor.StudyEditor;
import org.isoflop.ui.input.OpenStudies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wizard that compares fine-tuning with pretraining, in the real window. */
class CompareWizardTest {

    private static final String LANGUAGE = Locale.getDefault().getLanguage();

    @TempDir
    Path folder;

    private final IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();

    @BeforeEach
    void start() {
        page.getWorkbenchWindow().getShell().setBounds(0, 0, 1280, 860);
        page.closeAllEditors(false);
        WindowProbe.settle();
    }

    @AfterEach
    void end() {
        page.closeAllEditors(false);
        WindowProbe.settle();
    }

    private void inWizard(Consumer<CompareWizard> answer) {
        CompareWizard wizard = new CompareWizard(page);
        WizardDialog dialog = new WizardDialog(page.getWorkbenchWindow().getShell(), wizard);
        dialog.setBlockOnOpen(false);
        dialog.open();
        WindowProbe.until("the catalog", () -> wizard.questions().isPageComplete());
        answer.accept(wizard);
        if (dialog.getShell() != null) {
            dialog.close();
        }
        WindowProbe.settle();
    }

    private static Combo combo(CompareWizard wizard, int index) {
        return Arrays.stream(((Composite) wizard.questions().getControl()).getChildren())
                .filter(Combo.class::isInstance).map(Combo.class::cast).toList().get(index);
    }

    private static Text text(CompareWizard wizard, int index) {
        return Arrays.stream(((Composite) wizard.questions().getControl()).getChildren())
                .filter(Text.class::isInstance).map(Text.class::cast).toList().get(index);
    }

    private static void select(Combo combo, int index) {
        combo.select(index);
        combo.notifyListeners(SWT.Selection, new Event());
    }

    @Test
    void fourAnswersGiveAScenarioInOneUndoableStep() throws Exception {
        OpenStudies.file(page, Files.write(folder.resolve("giants.isoflop"), Examples.content("end-of-the-giants")));
        StudyEditor editor = (StudyEditor) page.getActiveEditor();
        WindowProbe.until("the study", () -> StrategiesProbe.isReady(editor));
        byte[] before = editor.document().content();
        inWizard(wizard -> {
            WindowProbe.picture(wizard.getContainer().getShell(), "compare-wizard-" + LANGUAGE);
            assertTrue(wizard.performFinish());
        });
        Scenario scenario = editor.document().study().getScenarios().getLast();
        assertEquals(5, scenario.getStrategies().size());
        assertEquals("strategies", StrategiesProbe.activePage(editor));
        StrategyBoard board = StrategiesProbe.board(editor);
        WindowProbe.until("the results", () -> !board.isEvaluating());
        WindowProbe.settle();
        assertEquals(5, board.comparison().result().strategies().size());
        assertTrue(board.comparison().result().strategies().stream()
                .allMatch(strategy -> strategy.measure("costLife").isPresent()));
        WindowProbe.picture(page.getWorkbenchWindow().getShell(), "compare-result-" + LANGUAGE);
        UseModel use = (UseModel) scenario.getStrategies().getFirst().getSteps().getFirst();
        assertEquals(editor.document().study(), use.getModel().eContainer());
        assertNotNull(use.getModel().getArchitecture());
        assertNotNull(use.getModel().getParameters().getSource(), "the catalog's source comes along");
        WindowProbe.until("the findings", () -> editor.document().findings() != null);
        assertEquals(List.of(), editor.document().findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR).toList());
        editor.document().editing().stack().undo();
        assertArrayEquals(before, editor.document().content());
    }

    @Test
    void withoutAStudyANewOneIsOpened() throws Exception {
        inWizard(wizard -> {
            select(combo(wizard, 0), combo(wizard, 0).getItemCount() - 1);
            text(wizard, 0).setText("13B");
            assertTrue(wizard.questions().isPageComplete());
            assertEquals(13e9, wizard.questions().question().model().getParameters().getValue());
            assertTrue(wizard.performFinish());
        });
        StudyEditor editor = (StudyEditor) page.getActiveEditor();
        WindowProbe.until("the new study", () -> StrategiesProbe.isReady(editor));
        StrategyBoard board = StrategiesProbe.board(editor);
        WindowProbe.settle();
        WindowProbe.until("the results", () -> !board.isEvaluating());
        WindowProbe.settle();
        assertEquals(5, board.comparison().result().strategies().size());
        assertTrue(editor.isDirty(), "nothing was written");
    }

    @Test
    void whatMakesNoSenseIsRefusedInPlainWords() {
        inWizard(wizard -> {
            text(wizard, 1).setText("many");
            assertFalse(wizard.questions().isPageComplete());
            assertTrue(wizard.questions().getErrorMessage().contains("many"));
            text(wizard, 1).setText("-1B");
            assertEquals(Messages.text("compare.positive", "-1B"), wizard.questions().getErrorMessage());
            text(wizard, 1).setText("2B");
            assertTrue(wizard.questions().isPageComplete());
            text(wizard, 3).setText("soon");
            assertFalse(wizard.questions().isPageComplete());
        });
    }
}
