package org.isoflop.ui.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.isoflop.model.Element;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.Paths;
import org.isoflop.model.Paths.Place;
import org.isoflop.model.Quantity;
import org.isoflop.model.Study;
import org.isoflop.model.validate.Finding;
import org.isoflop.ui.edit.Names;

/**
 * A finding at its place in the study.
 *
 * @param study
 *            the study
 * @param finding
 *            the finding
 * @param object
 *            the object that it is about; the study itself if nothing nearer is known
 * @param feature
 *            the feature that it is about, or null
 * @param index
 *            the place in the feature's list, or -1
 */
public record Fault(Study study, Finding finding, EObject object, EStructuralFeature feature, int index) {

    private static final String SEPARATOR = " · ";

    /**
     * Finds the place of a finding.
     *
     * @param study
     *            the study
     * @param finding
     *            what was found in it
     * @return the finding at its place, or at what is nearest to it
     */
    public static Fault of(Study study, Finding finding) {
        if (finding.code().equals("E_DUPLICATE_ID")) {
            List<Element> elements = elements(study, String.valueOf(finding.arguments().getFirst()));
            if (elements.size() > 1) {
                return new Fault(study, finding, elements.get(1),
                        Literals.ELEMENT__ID, -1);
            }
        }
        String path = finding.path();
        Optional<Place> place = Paths.find(study, path);
        while (place.isEmpty()) {
            int dot = path.lastIndexOf('.');
            path = dot < 0 ? "" : path.substring(0, dot);
            place = Paths.find(study, path);
        }
        return new Fault(study, finding, place.get().object(), place.get().feature(), place.get().index());
    }

    private static List<Element> elements(Study study, String id) {
        List<Element> found = new ArrayList<>();
        if (id.equals(study.getId())) {
            found.add(study);
        }
        study.eAllContents().forEachRemaining(object -> {
            if (object instanceof Element element && id.equals(element.getId())) {
                found.add(element);
            }
        });
        return found;
    }

    /** The elements that share the identifier of the finding's object. */
    List<Element> namesakes() {
        return object instanceof Element element && element.getId() != null ? elements(study, element.getId())
                : List.of();
    }

    /**
     * Returns the object that stands at the place.
     *
     * @return what the feature contains, else the object that has the feature
     */
    public EObject target() {
        return new Place(object, feature, index).target();
    }

    /** The quantity that the finding is about, or null. */
    Quantity quantity() {
        return target() instanceof Quantity quantity ? quantity : null;
    }

    /** The nearest object of a class, from the target upwards, or null. */
    <T> T nearest(Class<T> type) {
        for (EObject above = target(); above != null; above = above.eContainer()) {
            if (type.isInstance(above)) {
                return type.cast(above);
            }
        }
        return null;
    }

    /** One of the things that the finding's sentence speaks of. */
    String argument(int number) {
        return number < finding.arguments().size() ? String.valueOf(finding.arguments().get(number)) : "";
    }

    /**
     * Says where the finding is.
     *
     * @return the names of object and feature
     */
    public String where() {
        String place = Names.place(object);
        return feature == null || index >= 0 && target() != object ? Names.place(target())
                : place + SEPARATOR + Names.label(feature);
    }
}
