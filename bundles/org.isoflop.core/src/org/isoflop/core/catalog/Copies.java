package org.isoflop.core.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature.Setting;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.isoflop.model.Element;
import org.isoflop.model.Ids;
import org.isoflop.model.Source;
import org.isoflop.model.Study;

/**
 * Takes an entry out of its file. Where an entry refers to one of another kind, such as a model to the accelerator that
 * it was trained on, its file holds a stand-in that has nothing but a name and the origin; the copy has the entry
 * itself.
 */
final class Copies {

    private Copies() {
    }

    /** Tells whether an element stands for an entry of another file. */
    static boolean isElsewhere(Element element) {
        return element.getOrigin() != null;
    }

    /** Takes everything out of a study but an entry and what it refers to. */
    static Element take(Study study, Element entry) {
        Set<EObject> kept = new HashSet<>();
        follow(entry, kept);
        for (EObject element : List.copyOf(study.eContents())) {
            if (!kept.contains(element)) {
                EcoreUtil.remove(element);
            } else if (isElsewhere((Element) element)) {
                replace(study, (Element) element);
            } else if (!(element instanceof Source)) {
                ((Element) element).setOrigin(((Element) element).getId() + "@" + Catalog.VERSION);
            }
        }
        study.setDescription(null);
        return entry;
    }

    private static void follow(EObject object, Set<EObject> kept) {
        if (kept.add(object)) {
            List<EObject> owners = new ArrayList<>(List.of(object));
            object.eAllContents().forEachRemaining(owners::add);
            owners.forEach(owner -> owner.eCrossReferences().forEach(target -> follow(target, kept)));
        }
    }

    /** Puts an entry and its sources in the place of its stand-in. */
    private static void replace(Study study, Element standIn) {
        String id = standIn.getOrigin().substring(0, standIn.getOrigin().indexOf('@'));
        Kind kind = List.of(Kind.values()).stream().filter(one -> one.list() == standIn.eContainingFeature())
                .findFirst().orElseThrow();
        Element entry = Catalog.copy(kind, id);
        for (Source source : List.copyOf(((Study) entry.eContainer()).getSources())) {
            Element there = Ids.elements(study).get(source.getId());
            if (there == null) {
                study.getSources().add(source);
            } else {
                redirect(entry, source, there);
            }
        }
        redirect(study, standIn, entry);
        EcoreUtil.replace(standIn, entry);
    }

    private static void redirect(EObject within, EObject from, EObject to) {
        for (Setting setting : List.copyOf(EcoreUtil.UsageCrossReferencer.find(from, within))) {
            if (!((EReference) setting.getEStructuralFeature()).isContainment()) {
                EcoreUtil.replace(setting, from, to);
            }
        }
    }
}
