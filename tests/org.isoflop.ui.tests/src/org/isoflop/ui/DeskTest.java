package org.isoflop.ui;

import static org.isoflop.ui.Window.shell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.eclipse.core.commands.Command;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.jface.bindings.Trigger;
import org.eclipse.jface.bindings.keys.KeySequence;
import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IPluginContribution;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.quickaccess.QuickAccessElement;
import org.eclipse.ui.views.IViewDescriptor;
import org.eclipse.ui.wizards.IWizardDescriptor;
import org.isoflop.core.chart.Charts;
import org.isoflop.core.example.Examples;
import org.isoflop.core.example.Templates;
import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.validate.Severity;
import org.isoflop.ui.editor.StudyDocument;
import org.isoflop.ui.editor.StudyEditor;
import org.isoflop.ui.input.OpenStudies;
import org.isoflop.ui.preference.Preferences;
import org.isoflop.ui.studies.RecentStudies;
import org.isoflop.ui.workbench.QuickAccess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;

/** What surrounds the editor, in the real window: welcome page, new studies, menus, preferences, themes, notices. */
class DeskTest {

    private static final String EXAMPLE = "end-of-the-giants";
    private static final String LANGUAGE = Locale.getDefault().getLanguage();

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws Exception {
        shell().setBounds(0, 0, 1280, 860);
        RecentStudies.list().forEach(RecentStudies::remove);
        Preferences.setShowsWelcome(false);
        Preferences.setTheme(Ids.LIGHT_THEME);
        Window.execute(Ids.RESET_LAYOUT);
        Window.closeEditors();
    }

    @AfterEach
    void end() {
        Preferences.setShowsWelcome(false);
        Preferences.setTheme(Ids.LIGHT_THEME);
        Window.settle();
        Window.closeEditors();
    }

    @Test
    void welcomesWithExamplesRecentFilesAndANewStudy() throws Exception {
        Path file = Files.write(folder.resolve("chips & tokens <1>.isoflop"), Examples.content(EXAMPLE));
        RecentStudies.add(folder.resolve("another.isoflop"));
        RecentStudies.add(file);
        Window.execute(Ids.WELCOME);
        IEditorPart welcome = Window.page().getActiveEditor();
        assertEquals(Messages.text("welcome.title"), welcome.getTitle());
        Window.until("the examples", () -> links().size() >= 8);
        Window.picture(shell(), "welcome-light-" + LANGUAGE);
        Window.theme(Ids.DARK_THEME);
        Window.picture(shell(), "welcome-dark-" + LANGUAGE);

        click(file.getFileName().toString().replace("&", "&&").replace('<', '\u2039'));
        assertEquals(file.getFileName().toString(), Window.page().getActiveEditor().getTitle());
        Window.page().activate(welcome);
        click(Messages.text("welcome.forget"));
        Window.until("the file to be forgotten", () -> RecentStudies.list().size() == 1);
        assertTrue(Files.exists(file));
        String title = Examples.list().get(0).title().get(Locale.getDefault());
        click(title);
        StudyEditor editor = ready();
        assertEquals(title, editor.getTitle());
    }

    @Test
    void welcomesWheneverNothingIsOpenUnlessTheUserDoesNotWantIt() throws Exception {
        Preferences.setShowsWelcome(true);
        OpenStudies.example(Window.page(), EXAMPLE);
        ready();
        Window.page().closeEditor(Window.page().getActiveEditor(), false);
        Window.until("the welcome page", () -> Window.page().getEditorReferences().length == 1);
        assertEquals(Ids.WELCOME_EDITOR, Window.page().getEditorReferences()[0].getId());
        Button always = Window.find(shell(), Button.class,
                button -> button.getText().equals(Messages.text("welcome.always")));
        assertTrue(always.getSelection());
        always.setSelection(false);
        always.notifyListeners(SWT.Selection, new Event());
        assertFalse(Preferences.showsWelcome());
        OpenStudies.example(Window.page(), EXAMPLE);
        ready();
        Window.closeEditors();
        assertEquals(0, Window.page().getEditorReferences().length);
    }

    @Test
    void makesANewStudyThatIsSoundAndUnsaved() throws Exception {
        Dialogs.answer(Messages.text("newStudy.title"), () -> Window.execute(Ids.NEW_STUDY), dialog -> {
            Window.picture(dialog, "new-study-" + LANGUAGE);
            Text name = Window.find(dialog, Text.class, text -> text.getEditable());
            Table templates = Window.find(dialog, Table.class, table -> true);
            assertEquals(Templates.names().size(), templates.getItemCount());
            for (int i = 0; i < templates.getItemCount(); i++) {
                templates.setSelection(i);
                templates.notifyListeners(SWT.Selection, new Event());
                assertEquals(templates.getItem(i).getText(), name.getText(), "the name follows the template");
            }
            name.setText(" ");
            Button finish = Window.find(dialog, Button.class, button -> button == dialog.getDefaultButton());
            assertFalse(finish.isEnabled(), "a study needs a name");
            name.notifyListeners(SWT.KeyDown, new Event());
            name.setText("Ma grappe & moi");
            templates.setSelection(2);
            templates.notifyListeners(SWT.Selection, new Event());
            assertEquals("Ma grappe & moi", name.getText(), "a typed name stays");
            finish.notifyListeners(SWT.Selection, new Event());
        });
        StudyEditor editor = ready();
        assertEquals("Ma grappe & moi", editor.getTitle());
        assertEquals("ma-grappe-moi", editor.document().study().getId());
        assertTrue(editor.isDirty());
        assertTrue(editor.document().findings().stream().noneMatch(found -> found.severity() == Severity.ERROR));
        for (String view : Charts.views()) {
            assertFalse(Charts.plot(view, editor.document().data(), Locale.getDefault()).series().isEmpty(), view);
        }
        Window.picture(shell(), "new-study-open-" + LANGUAGE);
        assertEquals(List.of("*Ma grappe & moi"), open());
    }

    @Test
    void opensAnExampleAsACopyThatCanBeEditedAndIsCleanUntilThen() throws Exception {
        OpenStudies.example(Window.page(), EXAMPLE);
        StudyEditor editor = ready();
        assertFalse(editor.isDirty());
        assertTrue(editor.isSaveAsAllowed());
        assertNotNull(editor.getEditorInput().getPersistable(), "it comes back with the window");
        assertEquals(List.of(editor.getTitle()), open());
        rename(editor, "Mine");
        assertTrue(editor.isDirty());
        Window.until("the star", () -> open().get(0).startsWith("*"));
        OpenStudies.example(Window.page(), EXAMPLE);
        assertSame(editor, Window.page().getActiveEditor(), "the copy that is open comes to the front");
        Window.execute(Ids.RELOAD);
        Window.until("the example as it was", () -> !editor.isDirty());
    }

    @Test
    void asksBeforeANewStudyIsClosed() throws Exception {
        OpenStudies.untitled(Window.page(), "New", Templates.create("one-law", "New"));
        StudyEditor editor = ready();
        List<String> asked = new ArrayList<>();
        Display display = shell().getDisplay();
        Set<Shell> before = new HashSet<>(List.of(display.getShells()));
        closeNewShell(display, before, asked);
        assertFalse(Window.page().closeEditor(editor, true), "closing the question keeps the study");
        assertEquals(1, asked.size());
        assertSame(editor, Window.page().getActiveEditor());
    }

    private static void closeNewShell(Display display, Set<Shell> before, List<String> asked) {
        for (Shell shell : display.getShells()) {
            if (!before.contains(shell) && shell.isVisible()) {
                asked.add(shell.getText());
                shell.close();
                return;
            }
        }
        display.timerExec(50, () -> closeNewShell(display, before, asked));
    }

    @Test
    void showsOnlyMenusThatWorkAndMeanSomethingHere() {
        List<String> labels = new ArrayList<>();
        List<String> withoutKey = new ArrayList<>();
        collect(shell().getMenuBar(), labels, withoutKey);
        for (String key : List.of("menu.new", "menu.open", "menu.recent", "menu.close", "menu.closeAll", "menu.save",
                "menu.saveAs", "menu.saveAll", "menu.reload", "menu.exit", "menu.theme.system", "menu.resetLayout",
                "menu.preferences", "menu.welcome", "menu.userGuide", "menu.quickAccess", "menu.reportProblem",
                "menu.about")) {
            assertTrue(labels.contains(Messages.text(key)), key + " in " + labels);
        }
        assertTrue(labels.stream().filter(label -> !label.equals(Messages.text("menu.import")))
                .noneMatch(label -> label.matches(
                        "(?i).*(perspective|project|run\\b|search|import|export|workspace|line delimiter|java).*")),
                () -> labels.toString());
        assertEquals(List.of(), withoutKey, "every command has a key, shown in its menu");
    }

    private static void collect(Menu menu, List<String> labels, List<String> withoutKey) {
        menu.notifyListeners(SWT.Show, new Event());
        for (MenuItem item : menu.getItems()) {
            String[] parts = item.getText().split("\t");
            if (item.getMenu() != null) {
                labels.add(parts[0]);
                collect(item.getMenu(), labels, withoutKey);
            } else if ((item.getStyle() & SWT.SEPARATOR) == 0) {
                labels.add(parts[0]);
                if (parts.length < 2 && item.isEnabled()) {
                    withoutKey.add(parts[0]);
                }
            }
        }
        menu.notifyListeners(SWT.Hide, new Event());
    }

    @Test
    void hasNoLeftoversOfAnIde() {
        for (Command command : service(ICommandService.class).getDefinedCommands()) {
            assertTrue(command.getId().matches("org\\.isoflop\\..*|org\\.eclipse\\.ui\\.(file|edit|navigate|part|views"
                    + "|window)\\..*|org\\.eclipse\\.ui\\.activeContextInfo"), command.getId());
            assertFalse(command.getId().matches("(?i)org\\.eclipse.*(perspective|import|export|project|refresh|restart"
                    + "|spy|keyassist|bookmark|print|toolbar).*"), command.getId());
        }
        List<String> pages = PlatformUI.getWorkbench().getPreferenceManager()
                .getElements(PreferenceManager.PRE_ORDER).stream()
                .map(IPreferenceNode::getId).toList();
        assertEquals(List.of("org.isoflop.ui.preferences"), pages);
        for (IWizardDescriptor wizard : PlatformUI.getWorkbench().getNewWizardRegistry().getRootCategory()
                .getWizards()) {
            assertTrue(isForeign(wizard) || wizard.getId().startsWith("org.isoflop"), wizard.getId());
        }
        assertNotNull(PlatformUI.getWorkbench().getNewWizardRegistry().findWizard("org.isoflop.ui.wizards.newStudy"));
        for (IViewDescriptor view : PlatformUI.getWorkbench().getViewRegistry().getViews()) {
            assertTrue(isForeign(view) || Ids.VIEWS.contains(view.getId()) || view.getId().equals(Ids.LOG_VIEW)
                    || view.getId().equals("org.eclipse.ui.internal.introview"), view.getId());
        }
        assertEquals(List.of(Ids.PERSPECTIVE), Arrays
                .stream(PlatformUI.getWorkbench().getPerspectiveRegistry().getPerspectives())
                .filter(perspective -> !isForeign(perspective)).map(IPerspectiveDescriptor::getId).toList());
    }

    /** Whether something comes from the parts of an IDE, which these tests run with but the product does not have. */
    private static boolean isForeign(Object descriptor) {
        return descriptor instanceof IPluginContribution contribution
                && needsResources(Platform.getBundle(contribution.getPluginId()), new HashSet<>());
    }

    private static boolean needsResources(Bundle bundle, Set<Bundle> seen) {
        return bundle.getSymbolicName().equals("org.eclipse.core.resources") || seen.add(bundle)
                && !bundle.getSymbolicName().startsWith("org.isoflop") && bundle.adapt(BundleWiring.class)
                        .getRequiredWires(BundleRevision.BUNDLE_NAMESPACE).stream()
                        .anyMatch(wire -> needsResources(wire.getProvider().getBundle(), seen));
    }

    @Test
    void everyKeyIsBoundOnce() {
        IBindingService bindings = service(IBindingService.class);
        Map<String, String> keys = new HashMap<>();
        for (Binding binding : bindings.getBindings()) {
            if (Ids.CONTEXT.equals(binding.getContextId()) && binding.getParameterizedCommand() != null) {
                String command = binding.getParameterizedCommand().toString();
                String other = keys.put(binding.getTriggerSequence().format(), command);
                assertTrue(other == null || other.equals(command), binding.toString());
            }
        }
        assertTrue(keys.size() >= 20, keys.toString());
        for (Binding binding : bindings.getBindings()) {
            Trigger[] triggers = binding.getTriggerSequence().getTriggers();
            assertFalse(triggers.length > 1 && keys.containsKey(KeySequence.getInstance((KeyStroke) triggers[0])
                    .format()), () -> binding + " begins with a key of its own");
        }
    }

    @Test
    void quickAccessFindsExamplesAndRecentFiles() throws Exception {
        Path file = Files.write(folder.resolve("quick.isoflop"), Examples.content(EXAMPLE));
        RecentStudies.add(file);
        QuickAccessElement[] elements = new QuickAccess().computeElements();
        assertEquals(1 + Examples.names().size(), elements.length);
        assertTrue(elements[0].getLabel().startsWith("quick.isoflop"));
        elements[0].execute();
        assertEquals("quick.isoflop", Window.page().getActiveEditor().getTitle());
    }

    @Test
    void theMenuAndThePreferenceAgreeOnTheTheme() throws Exception {
        Window.theme(Ids.DARK_THEME);
        assertEquals(Ids.DARK_THEME, Preferences.theme());
        assertEquals(Ids.DARK_THEME, service(IThemeEngine.class).getActiveTheme().getId());
        Window.theme(Preferences.SYSTEM_THEME);
        assertEquals(Preferences.SYSTEM_THEME, Preferences.theme());
        assertEquals(Display.isSystemDarkTheme() ? Ids.DARK_THEME : Ids.LIGHT_THEME,
                service(IThemeEngine.class).getActiveTheme().getId());
        assertEquals("", InstanceScope.INSTANCE.getNode("org.eclipse.e4.ui.css.swt.theme").get("themeid", ""),
                "the platform does not hold on to a theme");
    }

    @Test
    void hasFewPreferencesThatCanBeRestored() throws Exception {
        Dialogs.answer(JFaceResources.getString("PreferenceDialog.title"), () -> PreferencesUtil
                .createPreferenceDialogOn(shell(), "org.isoflop.ui.preferences", null, null).open(), dialog -> {
                    Window.picture(dialog, "preferences-light-" + LANGUAGE);
                    Combo theme = Window.find(dialog, Combo.class, combo -> combo.getItemCount() == 3);
                    theme.select(2);
                    theme.notifyListeners(SWT.Selection, new Event());
                    Button recovery = Window.find(dialog, Button.class,
                            button -> button.getText().equals(Messages.text("preference.recovery")));
                    assertTrue(recovery.getSelection());
                    recovery.setSelection(false);
                    recovery.notifyListeners(SWT.Selection, new Event());
                    Text seconds = Window.find(dialog, Text.class, text -> text.getText().equals("15"));
                    assertFalse(seconds.isEnabled());
                    press(dialog, "Apply");
                    Window.settle();
                    assertEquals(Ids.DARK_THEME, Preferences.theme());
                    assertFalse(Preferences.keepsRecovery());
                    Window.picture(dialog, "preferences-dark-" + LANGUAGE);
                    press(dialog, "Restore &Defaults");
                    assertTrue(recovery.getSelection());
                    assertTrue(seconds.isEnabled());
                    seconds.setText("90");
                    seconds.notifyListeners(SWT.KeyUp, new Event());
                    assertFalse(dialog.getDefaultButton().isEnabled(), "more than a minute of work is never lost");
                    seconds.setText("20");
                    seconds.notifyListeners(SWT.KeyUp, new Event());
                    dialog.getDefaultButton().notifyListeners(SWT.Selection, new Event());
                });
        assertEquals(Preferences.SYSTEM_THEME, Preferences.theme());
        assertTrue(Preferences.keepsRecovery());
        assertEquals(20, Preferences.recoverySeconds());
        InstanceScope.INSTANCE.getNode(Ids.BUNDLE).remove(Preferences.RECOVERY_SECONDS);
    }

    // The words of the platform are not ours to know in every language; their places are.
    private static void press(Shell dialog, String english) {
        Button button = Window.find(dialog, Button.class,
                one -> one.getText().equals(JFaceResources
                        .getString(english.equals("Apply") ? "apply" : "defaults")));
        button.notifyListeners(SWT.Selection, new Event());
    }

    @Test
    void saysWhatItIsAndHowToCiteIt() throws Exception {
        Dialogs.answer(Messages.text("about.title"), () -> Window.execute(Ids.ABOUT), dialog -> {
            Window.picture(dialog, "about-" + LANGUAGE);
            Text licences = Window.find(dialog, Text.class, text -> text.getText().contains("SWTChart"));
            assertTrue(licences.getText().contains("Jackson"));
            Dialogs.press(dialog, Messages.text("about.copyCitation"));
            assertTrue(clipboard().startsWith("The Isoflop contributors. Isoflop"), clipboard());
        });
    }

    @Test
    void collectsWhatAReportOfAProblemNeeds() throws Exception {
        Log.error("A test logs this on purpose", null);
        Dialogs.answer(Messages.text("report.title"), () -> Window.execute(Ids.REPORT_PROBLEM), dialog -> {
            Window.picture(dialog, "report-" + LANGUAGE);
            assertTrue(clipboard().startsWith("Isoflop 0."), clipboard());
            assertTrue(clipboard().contains("Java " + System.getProperty("java.runtime.version")), clipboard());
            assertTrue(clipboard().contains("A test logs this on purpose"), clipboard());
        });
    }

    @Test
    void foldsTheDetailsOfANoticeAndOpensTheLog() throws Exception {
        Notice.show(Messages.text("fault.title"), Messages.text("fault.message"),
                new IOException("A test throws this on purpose", new IllegalStateException("and this")));
        Shell notice = Dialogs.await(Messages.text("fault.title"));
        Text details = Window.find(notice, Text.class, text -> text.getText().contains("on purpose"));
        assertFalse(details.isVisible());
        Window.picture(notice, "notice-" + LANGUAGE);
        int folded = notice.getSize().y;
        Dialogs.press(notice, Messages.text("notice.showDetails"));
        assertTrue(details.isVisible());
        assertTrue(notice.getSize().y > folded);
        Window.picture(notice, "notice-details-" + LANGUAGE);
        Window.theme(Ids.DARK_THEME);
        Window.picture(notice, "notice-details-dark-" + LANGUAGE);
        Dialogs.press(notice, Messages.text("notice.copy"));
        assertTrue(clipboard().contains("IllegalStateException: and this"), clipboard());
        Dialogs.press(notice, Messages.text("notice.log"));
        notice.close();
        assertNotNull(Window.page().findView(Ids.LOG_VIEW));
        Window.picture(shell(), "log-dark-" + LANGUAGE);
        Window.page().hideView(Window.page().findView(Ids.LOG_VIEW));
        Window.theme(Ids.LIGHT_THEME);
        Window.picture(shell(), "light-after-dark-" + LANGUAGE);
    }

    @Test
    void drawsEveryIconReadablyOnLightAndDark() throws Exception {
        Shell sheet = new Shell(shell().getDisplay(), SWT.NO_TRIM);
        sheet.setLayout(new RowLayout());
        for (Icon icon : Icon.values()) {
            Image image = icon.descriptor().createImage();
            Label label = new Label(sheet, SWT.NONE);
            label.setImage(image);
            label.addListener(SWT.Dispose, event -> image.dispose());
        }
        sheet.setBackgroundMode(SWT.INHERIT_FORCE);
        sheet.setSize(560, 80);
        sheet.open();
        for (int grey : new int[] {255, 47}) {
            sheet.setBackground(new Color(grey, grey, grey));
            ImageData picture = Window.picture(sheet, "icons-" + grey);
            assertTrue(Window.holds(picture, "#858b94"));
        }
        sheet.dispose();
    }

    private static String clipboard() {
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        try {
            return (String) clipboard.getContents(TextTransfer.getInstance());
        } finally {
            clipboard.dispose();
        }
    }

    private static List<Link> links() {
        List<Link> links = new ArrayList<>();
        Window.each(shell(), Link.class, link -> {
            if (link.isVisible()) {
                links.add(link);
            }
        });
        return links;
    }

    private static void click(String text) {
        Link link = links().stream().filter(one -> one.getText().equals("<a>" + text + "</a>")).findFirst()
                .orElseThrow(() -> new AssertionError(text + " in " + links().stream().map(Link::getText).toList()));
        link.notifyListeners(SWT.Selection, new Event());
        Window.settle();
    }

    private static List<String> open() {
        Window.settle();
        List<String> titles = new ArrayList<>();
        Tree tree = Window.find(shell(), Tree.class, one -> one.isVisible() && one.getItemCount() > 0
                && one.getItem(0).getText().equals(Messages.text("studies.group.open")));
        for (TreeItem item : tree.getItem(0).getItems()) {
            titles.add(item.getText());
        }
        return titles;
    }

    private static StudyEditor ready() {
        StudyEditor editor = assertInstanceOf(StudyEditor.class, Window.page().getActiveEditor());
        Window.until("the study", () -> editor.document().state() == StudyDocument.State.READY);
        Window.settle();
        return editor;
    }

    private static void rename(StudyEditor editor, String name) {
        StudyDocument document = editor.document();
        document.editing().stack().execute(SetCommand.create(document.editing(), document.study(),
                IsoflopPackage.Literals.ELEMENT__NAME, org.isoflop.model.Text.of(name)));
    }

    private static <T> T service(Class<T> type) {
        return PlatformUI.getWorkbench().getService(type);
    }
}
