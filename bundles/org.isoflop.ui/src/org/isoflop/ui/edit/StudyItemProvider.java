package org.isoflop.ui.edit;

import java.util.Collection;

import org.eclipse.emf.common.notify.AdapterFactory;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.edit.provider.IEditingDomainItemProvider;
import org.eclipse.emf.edit.provider.ItemProviderAdapter;
import org.isoflop.model.IsoflopPackage;

/**
 * What the editing domain knows of any object of a study, by its class. A quantity is a value of its owner and no
 * child.
 */
final class StudyItemProvider extends ItemProviderAdapter implements IEditingDomainItemProvider {

    StudyItemProvider(AdapterFactory factory) {
        super(factory);
    }

    @Override
    public Collection<? extends EStructuralFeature> getChildrenFeatures(Object object) {
        return ((EObject) object).eClass().getEAllContainments().stream().filter(StudyItemProvider::holdsChildren)
                .toList();
    }

    private static boolean holdsChildren(EReference reference) {
        return reference.getEReferenceType() != IsoflopPackage.Literals.QUANTITY;
    }
}
