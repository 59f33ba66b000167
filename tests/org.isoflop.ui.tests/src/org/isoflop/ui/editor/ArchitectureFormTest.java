package org.isoflop.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.isoflop.core.example.Examples;
import org.isoflop.model.Attention;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.LanguageModel;
import org.isoflop.model.LayerGroup;
import org.isoflop.model.Mamba2;
import org.isoflop.ui.Ids;
import org.isoflop.ui.WindowProbe;
import org.isoflop.ui.form.FormProbe;
import org.isoflop.ui.input.OpenStudies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The architecture of a model in the real window: built in the tree of models, edited in forms, counted at once. */
class ArchitectureFormTest {

    @TempDir
    Path folder;

    private final IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    private StudyEditor editor;
    private ElementsPage models;
    private LanguageModel model;

    @BeforeEach
    void open() throws IOException {
        page.getWorkbenchWindow().getShell().setBounds(0, 0, 1280, 860);
        OpenStudies.file(page, Files.write(folder.resolve("study.isoflop"), Examples.content("end-of-the-giants")));
        editor = (StudyEditor) page.getActiveEditor();
        WindowProbe.until("the study", () -> editor.document().state() == StudyDocument.State.READY);
        models = (ElementsPage) editor.setActivePage("models");
        model = editor.document().study().getModels().getFirst();
        models.master().select(model);
        WindowProbe.settle();
    }

    @AfterEach
    void close() {
        page.closeAllEditors(false);
        WindowProbe.settle();
    }

    private List<String> offered() {
        Menu menu = models.master().viewer().getTree().getMenu();
        menu.notifyListeners(SWT.Show, new Event());
        return Arrays.stream(menu.getItems()).map(MenuItem::getText).toList();
    }

    private void choose(String text) {
        Menu menu = models.master().viewer().getTree().getMenu();
        menu.notifyListeners(SWT.Show, new Event());
        Arrays.stream(menu.getItems()).filter(item -> item.getText().equals(text)).findFirst()
                .orElseThrow(() -> new AssertionError(text + " is not in the menu"))
                .notifyListeners(SWT.Selection, new Event());
        WindowProbe.settle();
    }

    private String shown(EObject object) {
        return ((ElementLabels) models.master().viewer().getLabelProvider()).getText(object);
    }

    private ToolItem tool(int index) {
        return ((ToolBar) models.master().control().getChildren()[0]).getItem(index);
    }

    @Test
    void anArchitectureIsBuiltInTheTreeAndCounted() {
        choose("Add Architecture");
        assertFalse(offered().contains("Add Architecture"), "a model has one architecture");
        assertEquals("Architecture (1.24B parameters)", shown(model.getArchitecture()).replaceAll("\\h", " "));
        assertFalse(tool(1).isEnabled(), "what stands in a single place is not doubled");
        FormProbe form = new FormProbe(models.form());
        form.enter("vocabularySize", "32000");
        assertEquals(32_000, model.getArchitecture().getVocabularySize());
        assertEquals("Architecture (1.04B parameters)", shown(model.getArchitecture()).replaceAll("\\h", " "));
        form.enter("hiddenSize", "-1");
        assertTrue(form.mark("hiddenSize") != null);
        editor.document().editing().stack().undo();
        assertEquals(128_256, model.getArchitecture().getVocabularySize());
    }

    @Test
    void layersHoldAMixerAndAFeedForwardOfAnyKind() {
        choose("Add Architecture");
        choose("Add Layers");
        LayerGroup added = model.getArchitecture().getLayers().get(1);
        assertEquals(added, models.master().selection());
        assertEquals("16 × Attention + Dense feed-forward", shown(added));
        models.master().select(added.getMixer());
        assertTrue(added.getMixer() instanceof Attention);
        models.master().viewer().getTree().notifyListeners(SWT.KeyDown, key(SWT.DEL));
        WindowProbe.settle();
        assertNull(added.getMixer());
        models.master().select(added);
        WindowProbe.settle();
        assertTrue(offered().containsAll(List.of("Add Attention", "Add Latent attention", "Add Mamba", "Add Mamba-2")));
        assertFalse(offered().contains("Add Mixture of experts"), "a feed-forward is there already");
        choose("Add Mamba-2");
        assertTrue(added.getMixer() instanceof Mamba2);
        FormProbe form = new FormProbe(models.form());
        form.choose("projectionBias", "Yes");
        assertEquals(true, ((Mamba2) added.getMixer()).getProjectionBias());
    }

    @Test
    void aCountThatIsNotWhatIsDeclaredIsFoundAtTheParameters() throws Exception {
        choose("Add Architecture");
        WindowProbe.until("the finding", () -> editor.document().findings().stream()
                .anyMatch(finding -> finding.code().equals("W_PARAMETERS_DIFFER")));
        editor.reveal(model, Literals.LANGUAGE_MODEL__PARAMETERS);
        WindowProbe.settle();
        assertTrue(new FormProbe(models.form()).mark("parameters").contains("1,235,814,400"));
        for (String theme : List.of(Ids.LIGHT_THEME, Ids.DARK_THEME)) {
            WindowProbe.theme(theme);
            models = (ElementsPage) editor.setActivePage("models");
            models.master().viewer().expandAll();
            models.master().select(model.getArchitecture());
            WindowProbe.settle();
            WindowProbe.picture(page.getWorkbenchWindow().getShell(), "architecture-"
                    + (theme.equals(Ids.DARK_THEME) ? "dark" : "light"));
        }
        WindowProbe.theme(Ids.LIGHT_THEME);
    }

    private static Event key(int code) {
        Event event = new Event();
        event.keyCode = code;
        return event;
    }
}
