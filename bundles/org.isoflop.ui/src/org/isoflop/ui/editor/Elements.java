package org.isoflop.ui.editor;

import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.isoflop.ui.form.ObjectForm;

/** The elements of some lists of a study, and what they hold that has a form of its own. */
final class Elements implements ITreeContentProvider {

    private final List<EReference> lists;

    Elements(List<EReference> lists) {
        this.lists = lists;
    }

    /** The elements of a study in all these lists, one list after the other. */
    static List<?> of(EObject study, List<EReference> lists) {
        return lists.stream().flatMap(list -> held(study, list).stream()).toList();
    }

    /** The places of an object whose objects have forms of their own. */
    static List<EReference> places(EObject object) {
        return object.eClass().getEAllContainments().stream().filter(ObjectForm::hasForms).toList();
    }

    /** What stands in a place, which holds one object or a list. */
    static List<?> held(EObject owner, EReference place) {
        Object held = owner.eGet(place);
        return held instanceof List<?> list ? list : held == null ? List.of() : List.of(held);
    }

    @Override
    public Object[] getElements(Object study) {
        return of((EObject) study, lists).toArray();
    }

    @Override
    public Object[] getChildren(Object parent) {
        EObject object = (EObject) parent;
        return places(object).stream().flatMap(place -> held(object, place).stream()).toArray();
    }

    @Override
    public Object getParent(Object child) {
        EObject object = (EObject) child;
        return object.eContainer() == null || lists.contains(object.eContainmentFeature()) ? null
                : object.eContainer();
    }

    @Override
    public boolean hasChildren(Object parent) {
        return getChildren(parent).length > 0;
    }
}
