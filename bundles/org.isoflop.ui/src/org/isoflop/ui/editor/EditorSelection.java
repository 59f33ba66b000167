package org.isoflop.ui.editor;

import java.util.function.Consumer;

import org.eclipse.core.runtime.ListenerList;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;

/** The objects of the study that are selected on the page in front, for views that follow. */
final class EditorSelection implements ISelectionProvider {

    private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();
    private final Consumer<EObject> reveal;
    private IStructuredSelection selection = StructuredSelection.EMPTY;

    /**
     * Nothing is selected at first.
     *
     * @param reveal
     *            shows an object that others select
     */
    EditorSelection(Consumer<EObject> reveal) {
        this.reveal = reveal;
    }

    /** Tells the views what was selected on the page. */
    void selected(IStructuredSelection selected) {
        if (!selected.equals(selection)) {
            selection = selected;
            SelectionChangedEvent event = new SelectionChangedEvent(this, selected);
            listeners.forEach(listener -> listener.selectionChanged(event));
        }
    }

    @Override
    public void addSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.remove(listener);
    }

    @Override
    public IStructuredSelection getSelection() {
        return selection;
    }

    @Override
    public void setSelection(ISelection wanted) {
        if (wanted instanceof IStructuredSelection structured && !structured.equals(selection)
                && structured.getFirstElement() instanceof EObject object) {
            reveal.accept(object);
        }
    }
}
