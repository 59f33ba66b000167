package org.isoflop.ui;

import static org.isoflop.ui.Window.shell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

import org.eclipse.core.runtime.Status;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.dialogs.ProgressMonitorDialog;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.jface.preference.PreferenceNode;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.ManagedForm;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.views.properties.PropertySheetPage;
import org.isoflop.core.example.Examples;
import org.isoflop.ui.editor.StudyDocument;
import org.isoflop.ui.editor.StudyEditor;
import org.isoflop.ui.input.OpenStudies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** In a French window the platform speaks French: what its dialogs, views and menus show is none of its English. */
class FrenchPlatformTest {

    private static final String EXAMPLE = "end-of-the-giants";
    private static final int MODAL = SWT.PRIMARY_MODAL | SWT.APPLICATION_MODAL | SWT.SYSTEM_MODAL;
    private static final Set<String> ENGLISH = new HashSet<>();

    @TempDir
    private Path folder;

    private boolean answered = true;
    private Throwable fault;

    @BeforeAll
    static void readTheEnglishTexts() throws IOException {
        assumeTrue(Locale.getDefault().getLanguage().equals("fr"));
        Set<String> french = new HashSet<>();
        for (Bundle fragment : PlatformTextsTest.fragments()) {
            for (URL file : PlatformTextsTest.files(PlatformTextsTest.host(fragment), "*.properties")) {
                add(PlatformTextsTest.read(file), file.getPath().endsWith("_fr.properties") ? french : ENGLISH);
            }
        }
        // What is the same word in both languages.
        ENGLISH.removeAll(french);
    }

    private static void add(Properties texts, Set<String> all) {
        for (String key : texts.stringPropertyNames()) {
            all.add(plain(texts.getProperty(key)));
        }
    }

    @BeforeEach
    void start() throws Exception {
        execute(Ids.RESET_LAYOUT);
        Window.closeEditors();
    }

    @AfterEach
    void end() {
        for (Shell shell : shell().getShells()) {
            shell.close();
        }
        Window.closeEditors();
        assertTrue(answered);
        if (fault != null) {
            throw new AssertionError(fault);
        }
    }

    @Test
    void preferences() {
        PreferenceManager pages = new PreferenceManager();
        pages.addToRoot(new PreferenceNode("page", new PreferencePage("Page") {
            @Override
            protected Control createContents(Composite parent) {
                return new Composite(parent, SWT.NONE);
            }
        }));
        PreferenceDialog dialog = new PreferenceDialog(shell(), pages);
        dialog.setBlockOnOpen(false);
        dialog.open();
        speaksFrench(dialog.getShell(), "preferences", "Préférences", "Rétablir les valeurs par défaut", "Appliquer",
                "Appliquer et fermer", "Annuler");
    }

    @Test
    void wizard() {
        Wizard wizard = new Wizard() {
            @Override
            public void addPages() {
                addPage(page("Un"));
                addPage(page("Deux"));
            }

            @Override
            public boolean performFinish() {
                return true;
            }
        };
        WizardDialog dialog = new WizardDialog(shell(), wizard);
        dialog.setBlockOnOpen(false);
        dialog.open();
        speaksFrench(dialog.getShell(), "wizard", "< Précédent", "Suivant >", "Terminer", "Annuler");
    }

    private static WizardPage page(String name) {
        return new WizardPage(name) {
            @Override
            public void createControl(Composite parent) {
                setControl(new Composite(parent, SWT.NONE));
            }
        };
    }

    @Test
    void savePrompt() throws IOException {
        Path file = folder.resolve("étude.isoflop");
        Files.write(file, Examples.content(EXAMPLE));
        OpenStudies.file(Window.page(), file);
        StudyEditor editor = (StudyEditor) Window.page().getActiveEditor();
        Window.until("the study", () -> editor.document().state() == StudyDocument.State.READY);
        EObject source = editor.document().study().getSources().get(0);
        editor.document().editing().stack().execute(SetCommand.create(editor.document().editing(), source,
                source.eClass().getEStructuralFeature("title"), "Autre titre"));
        Window.until("a change", editor::isDirty);
        whenADialogOpens(dialog -> {
            speaksFrench(dialog, "save-prompt", "Enregistrer", "Ne pas enregistrer", "Annuler");
            assertTrue(texts(dialog).contains("Enregistrer «\u00a0étude.isoflop\u00a0»\u00a0?"));
            press(dialog, "Ne pas enregistrer");
        });
        assertTrue(Window.page().closeEditor(editor, true));
    }

    @Test
    void messages() {
        MessageDialog dialog = new MessageDialog(shell(), "Question", null, "Vraiment\u00a0?", MessageDialog.QUESTION,
                0, "Oui");
        dialog.setBlockOnOpen(false);
        dialog.open();
        speaksFrench(dialog.getShell(), "message", "Question");
        dialog.close();
        ErrorDialog error = new ErrorDialog(shell(), null, "L’enregistrement a échoué.",
                Status.error("Le disque est plein.", new IOException("disque")), -1);
        error.setBlockOnOpen(false);
        ErrorDialog.AUTOMATED_MODE = false;
        error.open();
        speaksFrench(error.getShell(), "error", "Un problème est survenu", "OK", "Détails >>");
        assertTrue(texts(error.getShell()).stream().anyMatch(text -> text.contains("Cause\u00a0:")));
    }

    @Test
    void progress() throws Exception {
        ProgressMonitorDialog dialog = new ProgressMonitorDialog(shell());
        dialog.run(false, true, monitor -> {
            monitor.beginTask("Calcul", 2);
            speaksFrench(dialog.getShell(), "progress", "Progression", "Annuler");
        });
    }

    @Test
    void showView() throws Exception {
        whenADialogOpens(dialog -> {
            speaksFrench(dialog, "show-view", "Afficher une vue", "texte du filtre", "Général", "Ouvrir", "Annuler");
            dialog.close();
        });
        execute("org.eclipse.ui.views.showView");
    }

    @Test
    void quickAccess() throws Exception {
        Set<Shell> before = Set.of(Display.getCurrent().getShells());
        execute("org.eclipse.ui.window.quickAccess");
        Window.until("quick access", () -> opened(before) != null);
        speaksFrench(opened(before), "quick-access", "Tapez pour chercher des commandes et plus encore…");
    }

    @Test
    void views() throws Exception {
        IViewPart outline = Window.page().showView(IPageLayout.ID_OUTLINE);
        IViewPart properties = Window.page().showView(IPageLayout.ID_PROP_SHEET);
        IViewPart log = Window.page().showView("org.eclipse.pde.runtime.LogView");
        assertEquals(List.of("Structure", "Propriétés", "Journal des erreurs"),
                List.of(outline.getTitle(), properties.getTitle(), log.getSite().getRegisteredName()));
        Window.page().activate(outline);
        Window.settle();
        speaksFrench(shell(), "views", "Structure", "Propriétés", "Journal des erreurs", "texte du filtre", "Message",
                "Date", "Aucun éditeur actif ne fournit de structure.");
        Window.page().hideView(outline);
        Window.page().hideView(properties);
        Window.page().hideView(log);
    }

    @Test
    void propertiesAndForms() {
        Shell shell = new Shell(shell());
        PropertySheetPage page = new PropertySheetPage();
        page.createControl(shell);
        speaksFrench(shell, "property-columns", "Propriété", "Valeur");
        page.dispose();
        ManagedForm form = new ManagedForm(shell);
        form.getForm().setText("Étude");
        form.getToolkit().decorateFormHeading(form.getForm().getForm());
        form.getMessageManager().addMessage("a", "Un", null, IMessageProvider.ERROR);
        form.getMessageManager().addMessage("b", "Deux", null, IMessageProvider.ERROR);
        assertEquals("2 erreurs", form.getForm().getMessage());
        form.dispose();
        shell.dispose();
    }

    @Test
    void tabMenu() throws Exception {
        Window.page().showView(IPageLayout.ID_PROP_SHEET);
        Window.page().showView(IPageLayout.ID_OUTLINE);
        Window.settle();
        CTabFolder views = Window.find(shell(), CTabFolder.class,
                tabs -> tabs.isVisible() && List.of(tabs.getItems()).stream()
                        .anyMatch(item -> item.getText().equals("Structure")));
        Set<String> texts = new LinkedHashSet<>();
        Listener shown = event -> {
            if (event.widget instanceof Menu menu) {
                add(menu, texts);
                menu.getDisplay().asyncExec(() -> menu.setVisible(false));
            }
        };
        Display display = Display.getCurrent();
        display.addFilter(SWT.Show, shown);
        try {
            Rectangle tab = views.getSelection().getBounds();
            Point middle = views.toDisplay(tab.x + tab.width / 2, tab.y + tab.height / 2);
            Event event = new Event();
            event.x = middle.x;
            event.y = middle.y;
            views.notifyListeners(SWT.MenuDetect, event);
            Window.until("the menu", () -> texts.contains("Fermer"));
        } finally {
            display.removeFilter(SWT.Show, shown);
            Window.settle();
        }
        assertEquals(Set.of(), english(texts));
        assertTrue(texts.contains("Fermer") && texts.contains("Détacher"), texts::toString);
    }

    private static void speaksFrench(Shell shell, String picture, String... expected) {
        Window.settle();
        Window.picture(shell, "platform-" + picture + "-fr");
        Set<String> texts = texts(shell);
        assertEquals(Set.of(), english(texts));
        for (String text : expected) {
            assertTrue(texts.contains(text), () -> text + " in " + texts);
        }
    }

    private static Set<String> english(Set<String> texts) {
        Set<String> english = new TreeSet<>(texts);
        english.retainAll(ENGLISH);
        english.remove("");
        return english;
    }

    private static Set<String> texts(Control control) {
        Set<String> texts = new LinkedHashSet<>();
        collect(control, texts);
        return texts;
    }

    private static void collect(Control control, Set<String> texts) {
        add(control.getToolTipText(), texts);
        switch (control) {
            case Button button -> add(button.getText(), texts);
            case Label label -> add(label.getText(), texts);
            case CLabel label -> add(label.getText(), texts);
            case Link link -> add(link.getText(), texts);
            case Text text -> {
                add(text.getText(), texts);
                add(text.getMessage(), texts);
            }
            case Shell shell -> add(shell.getText(), texts);
            case Group group -> add(group.getText(), texts);
            case Tree tree -> {
                List.of(tree.getColumns()).forEach(column -> add(column.getText(), texts));
                add(tree.getItems(), texts);
            }
            case Table table -> {
                List.of(table.getColumns()).forEach(column -> add(column.getText(), texts));
                List.of(table.getItems()).forEach(item -> add(item.getText(), texts));
            }
            case ToolBar bar -> {
                for (ToolItem item : bar.getItems()) {
                    add(item.getText(), texts);
                    add(item.getToolTipText(), texts);
                }
            }
            case CTabFolder tabs -> {
                for (CTabItem item : tabs.getItems()) {
                    add(item.getText(), texts);
                }
            }
            default -> {
            }
        }
        if (control instanceof Composite composite) {
            List.of(composite.getChildren()).forEach(child -> collect(child, texts));
        }
    }

    private static void add(TreeItem[] items, Set<String> texts) {
        for (TreeItem item : items) {
            add(item.getText(), texts);
            add(item.getItems(), texts);
        }
    }

    private static void add(Menu menu, Set<String> texts) {
        for (MenuItem item : menu.getItems()) {
            add(item.getText(), texts);
            if (item.getMenu() != null) {
                add(item.getMenu(), texts);
            }
        }
    }

    private static void add(String text, Set<String> texts) {
        if (text != null && !text.isBlank()) {
            texts.add(plain(text));
        }
    }

    private static String plain(String text) {
        return text.replace("&", "").replaceFirst("\t.*", "").strip();
    }

    /** Answers the next dialog; what goes wrong there fails the test in {@link #end()}. */
    private void whenADialogOpens(Consumer<Shell> answer) {
        answered = false;
        look(Display.getCurrent(), Set.of(Display.getCurrent().getShells()), answer);
    }

    private void look(Display display, Set<Shell> before, Consumer<Shell> answer) {
        Shell dialog = opened(before);
        // Hovers and lists of proposals come and go as well.
        if (dialog == null || (dialog.getStyle() & MODAL) == 0) {
            display.timerExec(50, () -> look(display, before, answer));
            return;
        }
        answered = true;
        try {
            answer.accept(dialog);
        } catch (AssertionError | RuntimeException e) {
            fault = e;
            dialog.close();
        }
    }

    private static Shell opened(Set<Shell> before) {
        Shell opened = null;
        for (Shell shell : Display.getCurrent().getShells()) {
            if (!before.contains(shell) && shell.isVisible()) {
                opened = (shell.getStyle() & MODAL) != 0 || opened == null ? shell : opened;
            }
        }
        return opened;
    }

    private static void press(Shell dialog, String text) {
        Window.find(dialog, Button.class, button -> plain(button.getText()).equals(text))
                .notifyListeners(SWT.Selection, null);
    }

    private static void execute(String command) throws Exception {
        PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
    }
}
