package org.isoflop.ui.edit;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.isoflop.model.Study;

/** The editing domain of one study: every change of the study is a command on its stack. Belongs to the UI thread. */
public final class StudyEditing extends AdapterFactoryEditingDomain {

    private final Study study;

    /**
     * Creates a domain with an empty stack.
     *
     * @param study
     *            the study to edit
     */
    public StudyEditing(Study study) {
        super(new StudyAdapterFactory(), new StudyStack());
        this.study = study;
    }

    /**
     * Returns what is edited.
     *
     * @return the study, changed by commands of this domain alone
     */
    public Study study() {
        return study;
    }

    /**
     * Returns the stack of commands.
     *
     * @return the stack
     */
    public StudyStack stack() {
        return (StudyStack) getCommandStack();
    }

    // A study refers only to itself and needs no resource to be edited.
    @Override
    public boolean isReadOnly(Resource resource) {
        return false;
    }

    @Override
    public Object getParent(Object object) {
        return object instanceof EObject content ? content.eContainer() : super.getParent(object);
    }
}
