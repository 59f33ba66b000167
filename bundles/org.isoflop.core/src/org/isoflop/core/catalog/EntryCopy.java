package org.isoflop.core.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.util.EcoreUtil.Copier;
import org.isoflop.model.Element;
import org.isoflop.model.IsoflopFactory;
import org.isoflop.model.Study;

/**
 * Entries of the catalog, copied with all that they refer to into a study of their own. Each copy says where it comes
 * from; a source that several of them cite comes once.
 *
 * @param study
 *            holds the copies, without an id of its own
 * @param entries
 *            the copies of the entries that were asked for, in that order
 */
public record EntryCopy(Study study, List<Element> entries) {

    /** Copies the list. */
    public EntryCopy {
        entries = List.copyOf(entries);
    }

    /**
     * Copies entries of the catalog.
     *
     * @param kind
     *            their kind
     * @param ids
     *            their ids
     * @return the copies
     * @throws org.isoflop.core.CoreException
     *             if the catalog has no such entry
     */
    public static EntryCopy of(Kind kind, List<String> ids) {
        return of(ids.stream().map(id -> Catalog.copy(kind, id)).toList());
    }

    /** Gathers entries of several studies in one; the studies stay as they are. */
    static EntryCopy of(List<? extends Element> entries) {
        Set<Element> whole = new LinkedHashSet<>();
        entries.forEach(entry -> follow(entry, whole));
        Study study = IsoflopFactory.eINSTANCE.createStudy();
        Copier copier = new Copier();
        Map<String, List<Element>> originals = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (Element element : whole) {
            List<Element> namesakes = originals.computeIfAbsent(element.getId(), id -> new ArrayList<>());
            Element twin = namesakes.stream().filter(other -> EcoreUtil.equals(other, element)).findFirst()
                    .orElse(null);
            if (twin != null) {
                copier.put(element, copier.get(twin));
                continue;
            }
            namesakes.add(element);
            Element copy = (Element) copier.copy(element);
            copy.setId(free(element.getId(), taken));
            place(study, element, copy);
        }
        copier.copyReferences();
        return new EntryCopy(study, entries.stream().map(entry -> (Element) copier.get(entry)).distinct().toList());
    }

    private static void follow(Element element, Set<Element> whole) {
        if (whole.add(element)) {
            List<EObject> parts = new ArrayList<>(List.of(element));
            element.eAllContents().forEachRemaining(parts::add);
            for (EObject part : parts) {
                for (EObject target : part.eCrossReferences()) {
                    if (target instanceof Element other) {
                        follow(other, whole);
                    }
                }
            }
        }
    }

    private static String free(String id, Set<String> taken) {
        String candidate = id;
        for (int number = 2; !taken.add(candidate); number++) {
            candidate = id + "-" + number;
        }
        return candidate;
    }

    @SuppressWarnings("unchecked")
    private static void place(Study study, Element element, Element copy) {
        ((List<Object>) study.eGet(element.eContainmentFeature())).add(copy);
    }
}
