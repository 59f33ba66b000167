package org.isoflop.ui.welcome;

import java.nio.file.Path;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.TableWrapData;
import org.eclipse.ui.forms.widgets.TableWrapLayout;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.EditorPart;
import org.isoflop.core.example.Examples;
import org.isoflop.ui.Icon;
import org.isoflop.ui.Ids;
import org.isoflop.ui.Log;
import org.isoflop.ui.Messages;
import org.isoflop.ui.input.OpenStudies;
import org.isoflop.ui.preference.Preferences;
import org.isoflop.ui.studies.RecentStudies;

/** The welcome page. It is opened like an editor, in the middle of the window, but edits nothing. */
public final class WelcomeEditor extends EditorPart {

    private static final int COLUMNS = 2;
    /** Width of a column, in average characters. */
    private static final int WIDTH = 52;
    private static final int STORY = 420;

    private record Example(String name, String title, String story) {
    }

    private final IPreferenceChangeListener changed = event -> refreshLater();
    private Display display;
    private LocalResourceManager resources;
    private FormToolkit toolkit;
    private ScrolledForm form;
    private Composite recent;
    private Composite examples;
    private Button always;
    private int space;
    private int column;

    @Override
    public void init(IEditorSite site, IEditorInput input) {
        setSite(site);
        setInput(input);
        setPartName(input.getName());
    }

    @Override
    public void createPartControl(Composite parent) {
        display = parent.getDisplay();
        resources = new LocalResourceManager(JFaceResources.getResources(), parent);
        toolkit = new FormToolkit(display);
        parent.setData(Ids.STYLE_CLASS_KEY, Ids.STYLE_CLASS);
        form = toolkit.createScrolledForm(parent);
        Composite body = form.getBody();
        GC gc = new GC(body);
        space = gc.getFontMetrics().getHeight();
        column = (int) (gc.getFontMetrics().getAverageCharacterWidth() * WIDTH);
        gc.dispose();
        TableWrapLayout layout = new TableWrapLayout();
        layout.numColumns = COLUMNS;
        layout.horizontalSpacing = 3 * space;
        layout.verticalSpacing = space;
        layout.leftMargin = 2 * space;
        layout.rightMargin = 2 * space;
        layout.topMargin = space;
        layout.bottomMargin = space;
        body.setLayout(layout);

        createHeading(body);
        Composite left = column(body);
        Composite right = column(body);
        Composite start = section(left, "welcome.start");
        command(start, "welcome.new", "welcome.new.text", Ids.NEW_STUDY);
        command(start, "welcome.open", "welcome.open.text", Ids.OPEN_FILE);
        recent = section(left, "welcome.recent");
        ((TableWrapLayout) recent.getLayout()).numColumns = 2;
        ((TableWrapData) recent.getChildren()[0].getLayoutData()).colspan = 2;
        examples = section(right, "welcome.examples");
        Composite learn = section(right, "welcome.learn");
        command(learn, "welcome.guide", "welcome.guide.text", Ids.USER_GUIDE);
        createAlways(body);

        InstanceScope.INSTANCE.getNode(Ids.BUNDLE).addPreferenceChangeListener(changed);
        refresh();
        Job.createSystem(Messages.text("studies.readExamples"), (ICoreRunnable) this::readExamples).schedule();
    }

    private void createHeading(Composite body) {
        Composite heading = toolkit.createComposite(body);
        TableWrapLayout layout = plain();
        layout.numColumns = 2;
        layout.horizontalSpacing = space;
        heading.setLayout(layout);
        TableWrapData whole = new TableWrapData(TableWrapData.FILL_GRAB);
        whole.colspan = COLUMNS;
        heading.setLayoutData(whole);
        Label logo = toolkit.createLabel(heading, null);
        logo.setImage(resources.create(Icon.LOGO.descriptor()));
        TableWrapData high = new TableWrapData(TableWrapData.LEFT, TableWrapData.MIDDLE);
        high.rowspan = 2;
        logo.setLayoutData(high);
        Label title = toolkit.createLabel(heading, Messages.text("product.name"));
        title.setFont(resources.create(FontDescriptor.createFrom(JFaceResources.getHeaderFont()).setHeight(2
                * JFaceResources.getDefaultFont().getFontData()[0].getHeight())));
        title.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB));
        text(heading, Messages.text("welcome.sentence")).maxWidth = 2 * column;
    }

    private void createAlways(Composite body) {
        always = toolkit.createButton(body, Messages.text("welcome.always"), SWT.CHECK);
        TableWrapData whole = new TableWrapData(TableWrapData.FILL_GRAB);
        whole.colspan = COLUMNS;
        always.setLayoutData(whole);
        always.addListener(SWT.Selection, event -> Preferences.setShowsWelcome(always.getSelection()));
    }

    private Composite column(Composite parent) {
        Composite composite = toolkit.createComposite(parent);
        TableWrapLayout layout = plain();
        layout.verticalSpacing = space;
        composite.setLayout(layout);
        TableWrapData data = new TableWrapData(TableWrapData.FILL_GRAB);
        data.maxWidth = column;
        composite.setLayoutData(data);
        return composite;
    }

    private Composite section(Composite parent, String title) {
        Composite section = toolkit.createComposite(parent);
        TableWrapLayout layout = plain();
        layout.verticalSpacing = space / 3;
        section.setLayout(layout);
        section.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB));
        Label label = toolkit.createLabel(section, Messages.text(title));
        label.setFont(JFaceResources.getHeaderFont());
        label.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB));
        return section;
    }

    private static TableWrapLayout plain() {
        TableWrapLayout layout = new TableWrapLayout();
        layout.leftMargin = 0;
        layout.rightMargin = 0;
        layout.topMargin = 0;
        layout.bottomMargin = 0;
        return layout;
    }

    private void command(Composite parent, String title, String sentence, String command) {
        link(parent, Messages.text(title), () -> execute(command));
        text(parent, Messages.text(sentence));
    }

    private Link link(Composite parent, String title, Runnable action) {
        Link link = new Link(parent, SWT.NONE);
        link.setText("<a>" + title.replace("&", "&&").replace("<", "\u2039") + "</a>");
        link.addListener(SWT.Selection, event -> action.run());
        toolkit.adapt(link, true, true);
        return link;
    }

    private TableWrapData text(Composite parent, String sentence) {
        Label label = toolkit.createLabel(parent, sentence.replace("&", "&&"), SWT.WRAP);
        TableWrapData data = new TableWrapData(TableWrapData.FILL_GRAB);
        label.setLayoutData(data);
        return data;
    }

    private void execute(String command) {
        try {
            getSite().getService(IHandlerService.class).executeCommand(command, null);
        } catch (CommandException e) {
            Log.error(command, e);
        }
    }

    private void readExamples(IProgressMonitor monitor) {
        Locale locale = Locale.getDefault();
        List<Example> read = new ArrayList<>();
        for (Examples.Example example : Examples.list()) {
            String title = example.title() == null ? example.name() : example.title().get(locale);
            String story = example.description() == null ? "" : example.description().get(locale);
            read.add(new Example(example.name(), title, beginning(Objects.toString(story, ""), locale)));
        }
        if (!monitor.isCanceled() && !display.isDisposed()) {
            display.asyncExec(() -> showExamples(read));
        }
    }

    /** The first sentences of a story. */
    static String beginning(String story, Locale locale) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(locale);
        sentences.setText(story);
        int end = sentences.next();
        int cut = 0;
        while (end != BreakIterator.DONE && (cut == 0 || end <= STORY)) {
            cut = end;
            end = sentences.next();
        }
        return story.substring(0, cut).strip();
    }

    private void showExamples(List<Example> read) {
        if (examples.isDisposed()) {
            return;
        }
        for (Example example : read) {
            link(examples, example.title(), () -> OpenStudies.example(getSite().getPage(), example.name()));
            text(examples, example.story());
        }
        form.reflow(true);
    }

    private void refreshLater() {
        if (!display.isDisposed()) {
            display.asyncExec(this::refresh);
        }
    }

    private void refresh() {
        if (form.isDisposed()) {
            return;
        }
        always.setSelection(Preferences.showsWelcome());
        Control[] old = recent.getChildren();
        for (int i = 1; i < old.length; i++) {
            old[i].dispose();
        }
        List<Path> paths = RecentStudies.list();
        if (paths.isEmpty()) {
            text(recent, Messages.text("welcome.recent.none")).colspan = 2;
        }
        paths.forEach(this::addRecent);
        form.reflow(true);
    }

    private void addRecent(Path path) {
        Link open = link(recent, String.valueOf(path.getFileName()), () -> OpenStudies.file(getSite().getPage(), path));
        open.setToolTipText(path.toString());
        open.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB));
        link(recent, Messages.text("welcome.forget"), () -> RecentStudies.remove(path))
                .setToolTipText(Messages.text("welcome.forget.text", path.getFileName()));
        text(recent, String.valueOf(path.getParent())).colspan = 2;
    }

    @Override
    public void setFocus() {
        form.setFocus();
    }

    @Override
    public void dispose() {
        InstanceScope.INSTANCE.getNode(Ids.BUNDLE).removePreferenceChangeListener(changed);
        if (toolkit != null) {
            toolkit.dispose();
        }
        super.dispose();
    }

    @Override
    public boolean isDirty() {
        return false;
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        throw new UnsupportedOperationException("There is nothing to save");
    }

    @Override
    public void doSaveAs() {
        throw new UnsupportedOperationException("There is nothing to save");
    }
}
