package org.isoflop.ui.editor;

import java.util.Locale;
import java.util.Objects;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.eclipse.emf.edit.domain.IEditingDomainProvider;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.EditorPart;
import org.isoflop.model.Study;
import org.isoflop.ui.Ids;
import org.isoflop.ui.Messages;
import org.isoflop.ui.input.ExampleInput;
import org.isoflop.ui.input.InputReader;
import org.isoflop.ui.studies.RecentStudies;

/** Edits a study, or says why it cannot be read. */
public final class StudyEditor extends EditorPart implements IEditingDomainProvider {

    /** The key under which the editor's control knows its editor. */
    public static final String CONTROL = "org.isoflop.ui.editors.study";

    private StudyDocument document;
    private Composite pages;
    private MessagePage message;
    private StudyPage page;
    private boolean dirty;
    private final IPartListener2 activation = new Activation();

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        InputReader reader = InputReader.of(input)
                .orElseThrow(() -> new PartInitException(Messages.text("editor.noFile", input.getName())));
        setSite(site);
        setInput(input);
        setPartName(input.getName());
        document = new StudyDocument(site.getShell().getDisplay(), reader, InputReader.path(input).orElse(null),
                input.getName(), false);
        document.addListener(this::update);
        site.getPage().addPartListener(activation);
    }

    @Override
    public void createPartControl(Composite parent) {
        pages = new Composite(parent, SWT.NONE);
        pages.setData(CONTROL, this);
        pages.setData(Ids.STYLE_CLASS_KEY, Ids.STYLE_CLASS);
        pages.setLayout(new StackLayout());
        message = new MessagePage(pages);
        page = new StudyPage(pages, getSite());
        document.read();
    }

    private void update() {
        if (pages == null || pages.isDisposed()) {
            return;
        }
        if (document.isDirty() != dirty) {
            dirty = document.isDirty();
            firePropertyChange(PROP_DIRTY);
        }
        switch (document.state()) {
            case READING -> {
                if (document.data() == null) {
                    show(message.reading(document.name()));
                }
            }
            case READY -> {
                page.show(document.study(), document.findings(), getEditorInput() instanceof ExampleInput);
                show(page.control());
                name(document.study());
            }
            case UNREADABLE -> show(message.unreadable(document.name(), document.failure(), document.findings()));
        }
    }

    private void name(Study study) {
        if (getEditorInput() instanceof ExampleInput) {
            if (study.getName() != null) {
                setPartName(Objects.requireNonNullElse(study.getName().get(Locale.getDefault()), getPartName()));
            }
        } else {
            InputReader.path(getEditorInput()).ifPresent(RecentStudies::add);
        }
    }

    private void show(Composite control) {
        StackLayout layout = (StackLayout) pages.getLayout();
        layout.topControl = control;
        pages.layout();
    }

    /**
     * Returns the study of this editor.
     *
     * @return the document
     */
    public StudyDocument document() {
        return document;
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
        if (((StackLayout) pages.getLayout()).topControl instanceof Composite top) {
            top.setFocus();
        }
    }

    @Override
    public void dispose() {
        getSite().getPage().removePartListener(activation);
        if (document != null) {
            document.dispose();
        }
        super.dispose();
    }

    @Override
    public boolean isDirty() {
        return document.isDirty();
    }

    @Override
    public boolean isSaveAsAllowed() {
        return document.study() != null && document.isComplete();
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        monitor.setCanceled(!new StudySaver(this).save());
    }

    @Override
    public void doSaveAs() {
        new StudySaver(this).saveAs();
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
