package org.isoflop.ui.editor;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.editor.FormPage;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.isoflop.model.validate.Severity;
import org.isoflop.ui.Messages;
import org.isoflop.ui.form.Marks;

/** A page of the editor. Its heading says what was found in the study, or why the study cannot be edited. */
abstract class StudyFormPage extends FormPage {

    private final StudyEditor editor;
    private String said = "";

    StudyFormPage(StudyEditor editor, String id, String title) {
        super(editor, id, title);
        this.editor = editor;
    }

    final StudyEditor editor() {
        return editor;
    }

    @Override
    protected final void createFormContent(IManagedForm managed) {
        ScrolledForm form = managed.getForm();
        form.setText(getTitle());
        form.getForm().addMessageHyperlinkListener(new HyperlinkAdapter() {
            @Override
            public void linkActivated(HyperlinkEvent event) {
                editor.marks().gravest().ifPresent(mark -> editor.reveal(mark.object(), mark.feature()));
            }
        });
        createBody(managed);
        if (editor.document().state() == StudyDocument.State.READY) {
            refresh();
        }
    }

    abstract void createBody(IManagedForm managed);

    /** Shows what the study says now, if the page is there. */
    final void refresh() {
        if (getManagedForm() != null && editor.document().study() != null) {
            say();
            refreshBody();
        }
    }

    private void say() {
        Marks marks = editor.marks();
        String sentence = "";
        int type = IMessageProvider.NONE;
        if (!editor.isEditable()) {
            sentence = Messages.text("editor.incomplete", editor.document().name());
            type = IMessageProvider.WARNING;
        } else if (!marks.all().isEmpty()) {
            Severity worst = marks.gravest().orElseThrow().finding().severity();
            sentence = Messages.text("findings.message", marks.all().size(),
                    MarkText.of(marks.gravest().orElseThrow()));
            type = switch (worst) {
                case ERROR -> IMessageProvider.ERROR;
                case WARNING -> IMessageProvider.WARNING;
                case INFO -> IMessageProvider.INFORMATION;
            };
        }
        if (!sentence.equals(said)) {
            said = sentence;
            getManagedForm().getForm().getForm().setMessage(sentence.isEmpty() ? null : sentence, type);
        }
    }

    abstract void refreshBody();

    /** Puts the focus on an object or on the field of a feature. */
    abstract void reveal(EObject object, EStructuralFeature feature);

    /** Selects an object. */
    abstract void select(EObject object);

    /** What is selected on the page. */
    abstract IStructuredSelection selected();

    /** Whether something was typed that the study does not have yet. */
    abstract boolean isTyping();

    /** Writes what was typed to the study. */
    abstract void commit();

    /** Tells the views what is selected here. */
    final void fireSelection() {
        if (getManagedForm() != null && editor.getActivePageInstance() == this) {
            editor.selection().selected(selected());
        }
    }
}
