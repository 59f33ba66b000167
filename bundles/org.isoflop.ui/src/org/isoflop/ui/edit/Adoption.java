package org.isoflop.ui.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.emf.common.util.ECollections;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.isoflop.model.Element;
import org.isoflop.model.Ids;
import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.Study;

/**
 * Makes objects of another study at home in this one. What they refer to comes along: an element that is here already,
 * with the same identifier and equal content, is taken for it; any other is added, with a free identifier.
 */
final class Adoption {

    private final Study study;
    private final Map<EObject, EObject> known = new IdentityHashMap<>();

    Adoption(Study study) {
        this.study = study;
    }

    /** The element of this study that equals a foreign one and stands in the given place, or null. */
    EObject twin(EObject foreign, EObject owner, EReference place) {
        EObject twin = foreign instanceof Element element && element.getId() != null
                ? Ids.elements(study).get(element.getId())
                : null;
        return twin != null && twin.eContainer() == owner && twin.eContainmentFeature() == place
                && new SameContent().equals(foreign, twin) ? twin : null;
    }

    /** Equal but for where it was copied from: the same thing may come from the catalog and from a colleague. */
    private static final class SameContent extends EcoreUtil.EqualityHelper {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean haveEqualFeature(EObject left, EObject right, EStructuralFeature feature) {
            return feature == IsoflopPackage.Literals.ELEMENT__ORIGIN || super.haveEqualFeature(left, right, feature);
        }
    }

    /** From now on the foreign object is taken for one of this study. */
    void take(EObject foreign, EObject own) {
        known.put(foreign, own);
    }

    /** Brings along what objects refer to that were moved here from another study. */
    void adopt(Collection<? extends EObject> moved) {
        Set<EObject> foreign = new LinkedHashSet<>();
        moved.forEach(object -> collect(object, foreign));
        List<EObject> added = new ArrayList<>();
        for (EObject element : foreign) {
            EObject twin = twin(element, study, element.eContainmentFeature());
            if (twin == null) {
                added.add(element);
            } else {
                take(element, twin);
            }
        }
        Identities identities = new Identities(study);
        for (EObject element : added) {
            identities.renew(element);
            Edits.insert(study, element.eContainmentFeature(), -1, element);
        }
        added.forEach(this::relink);
        moved.forEach(this::relink);
    }

    private void collect(EObject object, Set<EObject> foreign) {
        each(object, (owner, reference) -> {
            for (EObject target : Deletion.targets(owner, reference)) {
                if (EcoreUtil.getRootContainer(target) != study && !known.containsKey(target) && foreign.add(target)) {
                    collect(target, foreign);
                }
            }
        });
    }

    private void relink(EObject object) {
        each(object, (owner, reference) -> {
            if (reference.isMany()) {
                @SuppressWarnings("unchecked")
                EList<EObject> targets = (EList<EObject>) owner.eGet(reference);
                ECollections.setEList(targets, targets.stream().map(this::own).distinct().toList());
            } else if (owner.eGet(reference) instanceof EObject target && own(target) != target) {
                owner.eSet(reference, own(target));
            }
        });
    }

    private EObject own(EObject target) {
        return known.getOrDefault(target, target);
    }

    private interface Visit {

        void at(EObject owner, EReference reference);
    }

    private static void each(EObject object, Visit visit) {
        List<EObject> owners = new ArrayList<>(List.of(object));
        object.eAllContents().forEachRemaining(owners::add);
        for (EObject owner : owners) {
            owner.eClass().getEAllReferences().stream()
                    .filter(reference -> !reference.isContainment() && owner.eIsSet(reference))
                    .forEach(reference -> visit.at(owner, reference));
        }
    }
}
