package org.isoflop.ui.outline;

import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.Study;

/** The tree of a study: its lists, their elements, and the parts of these. Quantities are values and not in it. */
final class StudyContents implements ITreeContentProvider {

    @Override
    public Object[] getElements(Object input) {
        return input instanceof Study study ? Group.of(study).toArray() : new Object[0];
    }

    @Override
    public Object[] getChildren(Object parent) {
        return (parent instanceof Group group ? group.elements() : parts((EObject) parent)).toArray();
    }

    private static List<EObject> parts(EObject object) {
        return object.eContents().stream()
                .filter(part -> ((EReference) part.eContainingFeature()).getEReferenceType() != Literals.QUANTITY)
                .toList();
    }

    @Override
    public Object getParent(Object element) {
        if (!(element instanceof EObject object)) {
            return null;
        }
        return object.eContainer() instanceof Study study ? new Group(study, object.eContainmentFeature())
                : object.eContainer();
    }

    @Override
    public boolean hasChildren(Object element) {
        return getChildren(element).length > 0;
    }
}
