package org.isoflop.ui.editor;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.eclipse.emf.edit.domain.IEditingDomainProvider;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.forms.FormColors;
import org.eclipse.ui.forms.IFormColors;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.forms.editor.IFormPage;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.isoflop.analysis.plot.Theme;
import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.Scenario;
import org.isoflop.model.Study;
import org.isoflop.model.validate.Finding;
import org.isoflop.model.validate.Severity;
import org.isoflop.ui.Ids;
import org.isoflop.ui.Log;
import org.isoflop.ui.Messages;
import org.isoflop.ui.ThemeWatch;
import org.isoflop.ui.command.StudyKeys;
import org.isoflop.ui.form.Marks;
import org.isoflop.ui.input.InputReader;
import org.isoflop.ui.input.UntitledInput;
import org.isoflop.ui.recovery.Recovery;
import org.isoflop.ui.studies.RecentStudies;

/** Edits a study in forms, or says why it cannot be read. */
public final class StudyEditor extends FormEditor implements IEditingDomainProvider {

    /** The key under which the editor's control knows its editor. */
    public static final String CONTROL = "org.isoflop.ui.editors.study";

    /** Style sheets and desktop take some milliseconds until all of the window has the theme. */
    private static final int THEME_SETTLES = 300;
    private static final Color DARK = new Color(0x2f, 0x2f, 0x2f);
    private static final Color DARK_TEXT = new Color(0xdd, 0xdd, 0xdd);
    private static final IsoflopPackage MODEL = IsoflopPackage.eINSTANCE;
    private static final List<List<EReference>> LISTS = List.of(List.of(MODEL.getStudy_Models()),
            List.of(MODEL.getStudy_Datasets()),
            List.of(MODEL.getStudy_Accelerators(), MODEL.getStudy_Clusters(), MODEL.getStudy_Sites(),
                    MODEL.getStudy_Grids()),
            List.of(MODEL.getStudy_Laws()), List.of(MODEL.getStudy_RunTables()), List.of(MODEL.getStudy_Scenarios()),
            List.of(MODEL.getStudy_Charts()), List.of(MODEL.getStudy_Sources()));

    private final EditorSelection selection = new EditorSelection(this::select);
    private final IPartListener2 activation = new Activation();
    private StudyDocument document;
    private Runnable recovery;
    private Composite stack;
    private Composite forms;
    private MessagePage message;
    private ThemeWatch themes;
    private FormToolkit toolkit;
    private DiskNotice notice;
    private Marks marks = Marks.NONE;
    private Study marked;
    private List<Finding> markedFindings = List.of();
    private boolean dirty;

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        InputReader reader = InputReader.of(input)
                .orElseThrow(() -> new PartInitException(Messages.text("editor.noFile", input.getName())));
        super.init(site, input);
        setPartName(input.getName());
        site.setSelectionProvider(selection);
        document = new StudyDocument(site.getShell().getDisplay(), reader, InputReader.path(input).orElse(null),
                input.getName(), input instanceof UntitledInput untitled && untitled.isUnsaved());
        document.addListener(this::update);
        recovery = Recovery.follow(document, this::getEditorInput);
        site.getPage().addPartListener(activation);
        StudyKeys.install(site);
    }

    @Override
    protected Composite createPageContainer(Composite parent) {
        parent.setLayout(new FillLayout());
        stack = new Composite(parent, SWT.NONE);
        stack.setData(CONTROL, this);
        stack.setData(Ids.STYLE_CLASS_KEY, Ids.STYLE_CLASS);
        stack.setLayout(new StackLayout());
        message = new MessagePage(stack);
        forms = new Composite(stack, SWT.NONE);
        notice = new DiskNotice(forms, this);
        themes = new ThemeWatch(getSite(), stack,
                () -> stack.getDisplay().timerExec(THEME_SETTLES, this::dress));
        return super.createPageContainer(notice.container());
    }

    @Override
    protected void addPages() {
        fill();
        document.read();
    }

    private void fill() {
        try {
            addPage(new OverviewPage(this));
            for (List<EReference> lists : LISTS) {
                addPage(new ElementsPage(this, lists));
                if (lists.contains(MODEL.getStudy_Scenarios())) {
                    addPage(new StrategiesPage(this));
                }
            }
        } catch (PartInitException e) {
            Log.error(Messages.text("editor.cannotRead", document.name()), e);
        }
    }

    /** Makes the pages anew in the colours of the theme: forms keep those that they were made with. */
    private void dress() {
        if (stack.isDisposed()) {
            return;
        }
        commit();
        int page = getActivePage();
        Object selected = selection.getSelection().getFirstElement();
        for (int i = getPageCount() - 1; i >= 0; i--) {
            removePage(i);
        }
        if (toolkit != null) {
            toolkit.dispose();
            toolkit = null;
        }
        marked = null;
        fill();
        setActivePage(page);
        update();
        if (selected instanceof EObject object) {
            if (getActivePageInstance() instanceof StrategiesPage strategies) {
                strategies.select(object);
            } else {
                select(object);
            }
        }
    }

    @Override
    public FormToolkit getToolkit() {
        if (toolkit == null) {
            Display display = getSite().getShell().getDisplay();
            toolkit = new FormToolkit(display);
            boolean dark = ThemeWatch.of(stack) == Theme.DARK;
            Color text = dark ? DARK_TEXT : display.getSystemColor(SWT.COLOR_BLACK);
            FormColors colors = toolkit.getColors();
            toolkit.setBackground(dark ? DARK : display.getSystemColor(SWT.COLOR_WHITE));
            colors.setForeground(text);
            colors.initializeSectionToolBarColors();
            for (String title : List.of(IFormColors.TITLE, IFormColors.TB_FG, IFormColors.TB_TOGGLE)) {
                colors.createColor(title, text.getRGB());
            }
        }
        return toolkit;
    }

    private void update() {
        if (stack == null || stack.isDisposed()) {
            return;
        }
        fireIfDirtyChanged();
        switch (document.state()) {
            case READING -> {
                if (document.data() == null) {
                    show(message.reading(document.name()));
                }
            }
            case READY -> {
                mark();
                notice.show(document.disk());
                show(forms);
                if (getActivePageInstance() instanceof StudyFormPage page) {
                    page.refresh();
                }
                name(document.study());
            }
            case UNREADABLE -> show(message.unreadable(document.name(), document.failure(), document.findings()));
        }
    }

    /** Tells the workbench if there is something to save now, or no longer. */
    void fireIfDirtyChanged() {
        if (isDirty() != dirty) {
            dirty = isDirty();
            firePropertyChange(PROP_DIRTY);
        }
    }

    private void mark() {
        if (document.findings() == markedFindings && document.study() == marked) {
            return;
        }
        marked = document.study();
        markedFindings = document.findings();
        marks = Marks.of(marked, markedFindings);
        for (List<EReference> lists : LISTS) {
            Severity worst = Elements.of(marked, lists).stream()
                    .map(element -> marks.worst((EObject) element)).filter(Objects::nonNull).sorted().findFirst()
                    .orElse(null);
            Image image = worst == null ? null : FindingsTable.image(worst);
            int index = index(lists.getFirst().getName());
            if (getPageImage(index) != image) {
                setPageImage(index, image);
            }
        }
    }

    private int index(String page) {
        return IntStream.range(0, pages.size()).filter(i -> ((IFormPage) pages.get(i)).getId().equals(page)).findFirst()
                .orElseThrow();
    }

    private void name(Study study) {
        if (getEditorInput() instanceof UntitledInput) {
            if (study.getName() != null) {
                setPartName(Objects.requireNonNullElse(study.getName().get(Locale.getDefault()), getPartName()));
            }
        } else {
            InputReader.path(getEditorInput()).ifPresent(RecentStudies::add);
        }
    }

    private void show(Control control) {
        StackLayout layout = (StackLayout) stack.getLayout();
        if (layout.topControl != control) {
            layout.topControl = control;
            stack.layout();
        }
    }

    @Override
    protected void pageChange(int index) {
        super.pageChange(index);
        if (document.state() == StudyDocument.State.READY
                && getActivePageInstance() instanceof StudyFormPage page) {
            page.refresh();
            page.fireSelection();
        }
    }

    /**
     * Shows an object of the study on its page.
     *
     * @param object
     *            an object of the study
     * @param feature
     *            the feature whose field takes the focus, or null
     */
    public void reveal(EObject object, EStructuralFeature feature) {
        if (document.study() != null && EcoreUtil.isAncestor(document.study(), object)) {
            getSite().getPage().activate(this);
            StudyFormPage page = page(object, feature);
            page.refresh();
            page.reveal(object, feature);
        }
    }

    /**
     * Shows the strategies of a scenario side by side.
     *
     * @param scenario
     *            a scenario of the study, or null for the first, as soon as the study is there
     */
    public void compare(Scenario scenario) {
        getSite().getPage().activate(this);
        StudyFormPage page = (StudyFormPage) setActivePage(StrategiesPage.ID);
        page.refresh();
        if (scenario != null) {
            page.select(scenario);
        }
    }

    /** Selects an object on its page and leaves the focus where it is. */
    private void select(EObject object) {
        if (document.study() != null && EcoreUtil.isAncestor(document.study(), object)) {
            StudyFormPage page = page(object, null);
            page.refresh();
            page.select(object);
        }
    }

    private StudyFormPage page(EObject object, EStructuralFeature feature) {
        EObject child = object;
        EStructuralFeature list = feature;
        while (child != document.study()) {
            list = child.eContainmentFeature();
            child = child.eContainer();
        }
        EStructuralFeature wanted = list;
        return (StudyFormPage) setActivePage(LISTS.stream().filter(lists -> wanted != null && lists.contains(wanted))
                .findFirst()
                .map(lists -> lists.getFirst().getName()).orElse(OverviewPage.ID));
    }

    /**
     * Returns the study of this editor.
     *
     * @return the document
     */
    public StudyDocument document() {
        return document;
    }

    /** What was found in the study, at its places. */
    Marks marks() {
        return marks;
    }

    /** Whether the study may be changed here. */
    boolean isEditable() {
        return document.state() == StudyDocument.State.READY && document.isComplete();
    }

    EditorSelection selection() {
        return selection;
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        return type == StudyDocument.class ? type.cast(document) : super.getAdapter(type);
    }

    @Override
    public EditingDomain getEditingDomain() {
        return document.editing();
    }

    @Override
    public void setFocus() {
        if (((StackLayout) stack.getLayout()).topControl == forms) {
            super.setFocus();
        } else {
            stack.setFocus();
        }
    }

    @Override
    public void dispose() {
        getSite().getPage().removePartListener(activation);
        if (document != null) {
            recovery.run();
            document.dispose();
        }
        if (themes != null) {
            themes.dispose();
        }
        super.dispose();
        if (toolkit != null) {
            toolkit.dispose();
        }
    }

    @Override
    public boolean isDirty() {
        return document.isDirty() || isEditable() && getActivePageInstance() instanceof StudyFormPage page
                && page.isTyping();
    }

    @Override
    public boolean isSaveAsAllowed() {
        return document.study() != null && document.isComplete();
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        commit();
        monitor.setCanceled(!new StudySaver(this).save());
    }

    @Override
    public void doSaveAs() {
        commit();
        new StudySaver(this).saveAs();
    }

    /** Writes what is being typed to the study. */
    private void commit() {
        if (getActivePageInstance() instanceof StudyFormPage page) {
            page.commit();
        }
    }

    /** Turns to the file that the study was saved to. */
    void moved(IEditorInput input) {
        setInputWithNotify(input);
        setPartName(input.getName());
    }

    /** Looks at the file whenever the user comes back to the editor. */
    private final class Activation implements IPartListener2 {

        @Override
        public void partActivated(IWorkbenchPartReference part) {
            if (part.getPart(false) == StudyEditor.this) {
                document.lookAtDisk();
            }
        }
    }
}
