package org.isoflop.ui.editor;

import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.isoflop.ui.form.ObjectForm;

/** The elements of one list of a study, and what they hold that has a form of its own. */
final class Elements implements ITreeContentProvider {

    private final EReference list;

    Elements(EReference list) {
        this.list = list;
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
        return ((List<?>) ((EObject) study).eGet(list)).toArray();
    }

    @Override
    public Object[] getChildren(Object parent) {
        EObject object = (EObject) parent;
        return places(object).stream().flatMap(place -> held(object, place).stream()).toArray();
    }

    @Override
    public Object getParent(Object child) {
        EObject object = (EObject) child;
        return object.eContainmentFeature() == list ? null : object.eContainer();
    }

    @Override
    public boolean hasChildren(Object parent) {
        return getChildren(parent).length > 0;
    }
}
