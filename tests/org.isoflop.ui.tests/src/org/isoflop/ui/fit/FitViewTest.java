package org.isoflop.ui.fit;

import static org.isoflop.ui.WindowProbe.page;
import static org.isoflop.ui.WindowProbe.shell;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.isoflop.analysis.plot.Series;
import org.isoflop.core.chart.Caption;
import org.isoflop.core.example.Examples;
import org.isoflop.core.fit.FitAnswer;
import org.isoflop.core.fit.RunsFile;
import org.isoflop.core.fit.RunsWriter;
import org.isoflop.model.Constant;
import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.ScalingLaw;
import org.isoflop.ui.Dialogs;
import org.isoflop.ui.Ids;
import org.isoflop.ui.Messages;
import org.isoflop.ui.WindowProbe;
import org.isoflop.ui.edit.Edits;
import org.isoflop.ui.editor.StudyEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The view of fits in the real window: every page, in both themes, and what is done in it. */
class FitViewTest {

    private static final String LANGUAGE = Locale.getDefault().getLanguage();

    @TempDir
    Path folder;

    private StudyEditor editor;
    private FitView view;

    @BeforeEach
    void start() throws Exception {
        shell().setBounds(0, 0, 1280, 1000);
        theme(Ids.LIGHT_THEME);
        assertTrue(page().closeAllEditors(false));
        WindowProbe.settle();
    }

    @AfterEach
    void end() throws Exception {
        IViewPart open = page().findView(Ids.FIT_VIEW);
        if (open != null) {
            page().hideView(open);
        }
        page().closeAllEditors(false);
        theme(Ids.LIGHT_THEME);
        WindowProbe.settle();
    }

    @Test
    void saysWhatToDoAsLongAsThereIsNoFit() {
        view = FitView.open(page());
        WindowProbe.settle();
        assertEquals(FitView.State.EMPTY, view.state());
        assertEquals(Messages.text("fit.view.empty"), view.message());
        WindowProbe.find(view.control(), Link.class);
        turn("simulation");
        assertFalse(view.picture().plot().series().isEmpty(), "some pages need no fit");
        turn("residuals");
        assertEquals(FitView.State.EMPTY, view.state());
        WindowProbe.picture(view.control(), "fit-empty-" + LANGUAGE);
    }

    @Test
    void everyPageShowsTheFitInBothThemes() throws Exception {
        openReplication();
        page().toggleZoom(page().getReference(view));
        try {
            for (String theme : List.of(Ids.LIGHT_THEME, Ids.DARK_THEME)) {
                theme(theme);
                for (FitPage each : view.pages()) {
                    turn(each.key());
                    assertEquals(FitView.State.CURRENT, view.state(), each.key());
                    boolean shows = view.picture().plot() != null && !view.picture().plot().series().isEmpty()
                            || view.picture().table() != null && !view.picture().table().rows().isEmpty();
                    assertTrue(shows, each.key() + ": " + view.picture().sentence());
                    WindowProbe.picture(view.control(), "fit-" + each.key()
                            + (theme.equals(Ids.DARK_THEME) ? "-dark-" : "-light-") + LANGUAGE);
                }
            }
        } finally {
            page().toggleZoom(page().getReference(view));
        }
    }

    @Test
    void objectiveStandsBesideTheConstants() throws Exception {
        openReplication();
        List<List<String>> facts = view.picture().table().rows();
        assertEquals(List.of(Messages.text("fit.summary.objective"), RunTexts.number(0.0010182740178)), facts.get(0));
        assertTrue(facts.contains(List.of(Messages.text("fit.summary.starts"),
                Messages.text("fit.summary.agreeing", 4485, 4500))), facts.toString());
        assertTrue(facts.contains(List.of(Messages.text("fit.summary.file"), "chinchilla-runs.csv")));
        List<String> exponent = view.picture().beside().rows().get(5);
        assertEquals(RunTexts.number(0.51388), exponent.get(1));
        assertFalse(view.isDrawing(), "there is no chart on this page");
        turn("residuals");
        String caption = view.caption(Caption.Form.TEXT);
        assertTrue(caption.contains(view.session().answer().file().hash()), caption);
        assertTrue(caption.contains(view.picture().plot().title()), caption);
    }

    @Test
    void aRunIsMarkedWhenSelectedAndLeftOutOnlyByTheUsersWord() throws Exception {
        openReplication();
        FitSession first = view.session();
        turn("influence");
        select(0);
        Series marked = view.picture().plot().series().stream().filter(one -> one.id().equals("marked")).findFirst()
                .orElseThrow();
        assertEquals(1, marked.x(0), "the strongest run stands first");
        assertEquals(List.of(0), view.picture().table().marked());
        assertEquals(first, view.session());
        Button refit = WindowProbe.find(view.control(), Button.class,
                one -> one.getText().equals(Messages.text("fit.refit")) && one.isEnabled());
        refit.notifyListeners(SWT.Selection, new Event());
        WindowProbe.until("the new fit", () -> view.session() != first && view.state() == FitView.State.CURRENT);
        assertEquals(239, view.session().answer().runs().size());
        assertNull(view.session().kept());
        Combo choice = WindowProbe.find(view.control(), Combo.class, one -> one.getItemCount() == 2);
        choice.select(1);
        choice.notifyListeners(SWT.Selection, new Event());
        WindowProbe.until("the first fit", () -> view.session().equals(first));
    }

    @Test
    void aFitIsKeptFromTheViewAndSaysSoWhenTheLawIsChanged() throws Exception {
        openReplication();
        turn("residuals");
        select(0, 1);
        FitSession first = view.session();
        WindowProbe.find(view.control(), Button.class,
                one -> one.getText().equals(Messages.text("fit.refit")) && one.isEnabled())
                .notifyListeners(SWT.Selection, new Event());
        WindowProbe.until("the new fit", () -> view.session() != first && view.state() == FitView.State.CURRENT);
        assertTrue(view.canKeep());
        Dialogs.answer(Messages.text("fit.keep.title"), view::keep, dialog -> {
            Text id = WindowProbe.find(dialog, Text.class, one -> one.getText().equals("chinchilla-runs-fit"));
            id.setText("true-minimum");
            Button ok = dialog.getDefaultButton();
            assertFalse(ok.isEnabled(), "the study has this id already");
            id.setText("without-two");
            WindowProbe.picture(dialog, "fit-keep-" + LANGUAGE);
            ok.notifyListeners(SWT.Selection, new Event());
        });
        ScalingLaw law = law("without-two");
        assertEquals(7, law.getFit().getDropped() + numbers(law.getFit().getLeftOut()));
        WindowProbe.until("the law", () -> "without-two".equals(view.session().law()));
        WindowProbe.until("the page", () -> view.state() == FitView.State.CURRENT);
        assertEquals("", view.noticed());
        Constant constant = law.getConstants().getFirst();
        new Edits(editor.document().editing()).setValue(constant, IsoflopPackage.Literals.CONSTANT__VALUE, 1.5);
        WindowProbe.until("the notice", () -> view.state() == FitView.State.CURRENT
                && view.noticed().equals(Messages.text("fit.view.differs")));
        editor.document().editing().stack().undo();
        WindowProbe.until("no notice", () -> view.state() == FitView.State.CURRENT && view.noticed().isEmpty());
    }

    private static int numbers(String text) {
        return text == null ? 0 : text.split(" ").length;
    }

    @Test
    void followsTheLawThatIsSelected() throws Exception {
        openReplication();
        assertEquals("true-minimum", view.session().law());
        editor.reveal(law("all-runs"), null);
        WindowProbe.until("the other fit", () -> "all-runs".equals(view.session().law())
                && view.state() == FitView.State.CURRENT);
        assertEquals(245, view.session().answer().runs().size());
        assertNull(((FitAnswer.Parametric) view.session().answer()).fit().bootstrap());
        turn("cloud");
        assertEquals(FitView.State.FAILED, view.state());
        assertEquals(Messages.text("fit.page.onlyBootstrap"), view.message());
        editor.reveal(law("true-minimum"), null);
        WindowProbe.until("the first fit", () -> "true-minimum".equals(view.session().law())
                && view.state() == FitView.State.CURRENT);
    }

    @Test
    void aLawWithoutItsRunsIsSaidToLackThem() throws Exception {
        openReplication();
        Edits edits = new Edits(editor.document().editing());
        edits.set(law("true-minimum").getFit(), IsoflopPackage.Literals.FIT__RUNS, null);
        WindowProbe.until("the refusal", () -> view.state() == FitView.State.FAILED);
        assertTrue(view.message().contains("true-minimum"), view.message());
        WindowProbe.picture(view.control(), "fit-failed-" + LANGUAGE);
        editor.document().editing().stack().undo();
        WindowProbe.until("the fit", () -> view.state() == FitView.State.CURRENT);
    }

    @Test
    void simulatedRunsAreSavedAndFitted() throws Exception {
        view = FitView.open(page());
        turn("simulation");
        SimulationPage simulation = (SimulationPage) view.pages().stream()
                .filter(one -> one.key().equals("simulation")).findFirst().orElseThrow();
        RunsFile runs = simulation.simulated();
        assertEquals(36, runs.runs().size());
        Path file = folder.resolve("simulated.csv");
        simulation.write(runs, file).join();
        assertArrayEquals(RunsWriter.write(runs.runs()), Files.readAllBytes(file));
        assertEquals(runs.runs().list(), RunsFile.read(file, Map.of()).runs().list());
        Button fit = WindowProbe.find(view.control(), Button.class,
                one -> one.getText().equals(Messages.text("fit.simulation.fit")));
        WindowProbe.until("the button", fit::isEnabled);
        Dialogs.answer(Messages.text("fit.wizard.title"), () -> fit.notifyListeners(SWT.Selection, new Event()),
                shell -> {
                    WizardDialog dialog = (WizardDialog) shell.getData();
                    assertEquals("points", dialog.getCurrentPage().getName(), "the runs are there already");
                    WindowProbe.picture(shell, "fit-simulated-" + LANGUAGE);
                });
        Text budgets = WindowProbe.find(view.control(), Text.class, one -> one.getText().startsWith("1e18; "));
        budgets.setText("1e18; much");
        WindowProbe.until("the refusal", () -> view.picture() != null && view.picture().sentence()
                .equals(Messages.text("fit.simulation.budgets.wrong", 50)));
        assertFalse(fit.isEnabled());
        budgets.setText("1e18; 1e19; 1e20; 1e21");
    }

    private void openReplication() throws Exception {
        Path file = Files.write(folder.resolve("replication.isoflop"), Examples.content("chinchilla-replication"));
        editor = WindowProbe.open(file);
        view = FitView.open(page());
        WindowProbe.until("the fit", () -> view.state() == FitView.State.CURRENT);
        assertNotNull(view.session().kept());
    }

    private ScalingLaw law(String id) {
        return (ScalingLaw) org.isoflop.model.Ids.elements(editor.document().study()).get(id);
    }

    /** Turns to a page and waits for what it shows. */
    private void turn(String key) {
        FitPage wanted = view.pages().stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
        view.turn(wanted);
        WindowProbe.until(key, () -> view.state() != FitView.State.COMPUTING && view.state() != FitView.State.STALE
                && view.isSettled());
    }

    private void select(int... rows) {
        view.table().table().setSelection(rows);
        view.table().table().notifyListeners(SWT.Selection, new Event());
        WindowProbe.until("the mark", () -> view.state() == FitView.State.CURRENT && view.isSettled()
                && view.picture().table().marked().size() == rows.length);
    }

    private static void theme(String theme) throws Exception {
        ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
        ParameterizedCommand command = ParameterizedCommand.generateCommand(commands.getCommand(Ids.SET_THEME),
                Map.of(Ids.THEME_PARAMETER, theme));
        PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
        WindowProbe.settle();
    }
}
