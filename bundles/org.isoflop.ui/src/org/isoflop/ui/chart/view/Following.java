package org.isoflop.ui.chart.view;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.isoflop.model.Accelerator;
import org.isoflop.model.Cluster;
import org.isoflop.core.chart.Focus;
import org.isoflop.model.Chart;
import org.isoflop.model.LanguageModel;
import org.isoflop.model.ScalingLaw;
import org.isoflop.model.Scenario;
import org.isoflop.ui.editor.FrontEditorListener;
import org.isoflop.ui.editor.StudyDocument;

/**
 * What a view follows: the study of the active editor and what is selected in it, or what it was pinned to. Calls back
 * on the UI thread when it turns to something else.
 */
public final class Following implements ISelectionListener {

    private final FrontEditorListener editors = new FrontEditorListener(this::follow);
    private final IWorkbenchPage page;
    private final Runnable changed;
    private StudyDocument document;
    private Focus focus = Focus.NONE;
    private List<EObject> selected = List.of();
    private boolean pinned;
    /** Id of the study that the view was pinned to before the workbench was closed, until it is open again. */
    private String awaited;

    /**
     * Creates what follows; nothing is followed before {@link #start()}.
     *
     * @param page
     *            the page whose editors are followed
     * @param changed
     *            called when something else is looked at
     */
    public Following(IWorkbenchPage page, Runnable changed) {
        this.page = page;
        this.changed = changed;
    }

    /** Begins to follow. */
    public void start() {
        page.addPartListener(editors);
        page.addSelectionListener(this);
        follow();
    }

    /** Follows no more. */
    public void dispose() {
        page.removePartListener(editors);
        page.removeSelectionListener(this);
    }

    /**
     * Returns the study.
     *
     * @return null if none is open
     */
    public StudyDocument document() {
        return document;
    }

    /**
     * Returns what is looked at.
     *
     * @return the ids of what is selected in the study
     */
    public Focus focus() {
        return focus;
    }

    /** What is selected in the study now, whether the view follows it or not. */
    List<EObject> selected() {
        return selected;
    }

    boolean isPinned() {
        return pinned;
    }

    void setPinned(boolean pinned) {
        this.pinned = pinned;
        awaited = null;
        if (!pinned) {
            focus = focus(selected);
            follow();
            changed.run();
        }
    }

    /** Pins to a study that may not be open yet, and to what was looked at in it. */
    void await(String study, Focus wanted) {
        awaited = study;
        focus = wanted;
    }

    private void follow() {
        StudyDocument active = Adapters.adapt(page.getActiveEditor(), StudyDocument.class);
        if (awaited != null && active != null && active.data() != null && awaited.equals(active.data().id())) {
            awaited = null;
            pinned = true;
        } else if (pinned && !isOpen(document)) {
            pinned = false;
        } else if (pinned) {
            return;
        }
        if (active != document) {
            document = active;
            selected = List.of();
            focus = pinned ? focus : Focus.NONE;
            take(page.getSelection());
            changed.run();
        }
    }

    /** A study that is read has an id; only then it can be told whether it is the one to pin to. */
    void read() {
        if (awaited != null && document != null && document.data() != null) {
            pinned = awaited.equals(document.data().id());
            if (!pinned) {
                focus = focus(selected);
            }
            awaited = null;
        }
    }

    private boolean isOpen(StudyDocument wanted) {
        for (IEditorReference reference : page.getEditorReferences()) {
            IEditorPart editor = reference.getEditor(false);
            if (wanted != null && editor != null && Adapters.adapt(editor, StudyDocument.class) == wanted) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void selectionChanged(IWorkbenchPart part, ISelection selection) {
        if (take(selection)) {
            changed.run();
        }
    }

    private boolean take(ISelection selection) {
        if (document == null || !(selection instanceof IStructuredSelection structured) || structured.isEmpty()) {
            return false;
        }
        List<EObject> objects = new ArrayList<>();
        for (Object element : structured) {
            EObject object = element instanceof EObject one ? one : Adapters.adapt(element, EObject.class);
            if (object != null && EcoreUtil.getRootContainer(object) == document.study()) {
                objects.add(object);
            }
        }
        if (objects.isEmpty()) {
            return false;
        }
        selected = List.copyOf(objects);
        Focus before = focus;
        if (!pinned && awaited == null) {
            focus = focus(selected);
        }
        return !focus.equals(before);
    }

    /** Turns selected objects, or the elements that they belong to, into what a chart can show. */
    private static Focus focus(List<EObject> objects) {
        List<String> laws = new ArrayList<>();
        List<String> models = new ArrayList<>();
        List<String> accelerators = new ArrayList<>();
        List<String> clusters = new ArrayList<>();
        String scenario = null;
        String chart = null;
        for (EObject object : objects) {
            for (EObject each = object; each != null; each = each.eContainer()) {
                switch (each) {
                    case ScalingLaw law when law.getId() != null -> laws.add(law.getId());
                    case LanguageModel model when model.getId() != null -> models.add(model.getId());
                    case Scenario one -> scenario = scenario == null ? one.getId() : scenario;
                    case Accelerator one when one.getId() != null -> accelerators.add(one.getId());
                    case Cluster one when one.getId() != null -> clusters.add(one.getId());
                    case Chart one -> chart = chart == null ? one.getId() : chart;
                    default -> {
                    }
                }
            }
        }
        return new Focus(laws, models, scenario, chart, accelerators, clusters);
    }
}
