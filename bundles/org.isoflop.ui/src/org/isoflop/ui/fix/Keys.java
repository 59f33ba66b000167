package org.isoflop.ui.fix;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;

import org.isoflop.core.study.Studies;
import org.isoflop.model.Element;
import org.isoflop.model.Extensible;
import org.isoflop.model.Ids;
import org.isoflop.model.Paths;
import org.isoflop.model.Study;
import org.isoflop.model.io.ReadResult;
import org.isoflop.model.io.StudyFileException;
import org.isoflop.model.io.StudyReader;
import org.isoflop.model.io.UnknownContent;

/** Members of objects that this version does not know. */
final class Keys {

    private Keys() {
    }

    static boolean has(Extensible object, String key) {
        try {
            return !Objects.equals(UnknownContent.without(object.getUnknown(), key), object.getUnknown());
        } catch (StudyFileException e) {
            return false; // Damaged content is left alone.
        }
    }

    static void remove(Extensible object, String key) {
        try {
            object.setUnknown(UnknownContent.without(object.getUnknown(), key));
        } catch (StudyFileException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads a member as if it had the name of a feature. Returns its value, which is detached, or null. */
    static Object read(Study study, Extensible object, String key, EStructuralFeature feature) {
        EcoreUtil.Copier copier = new EcoreUtil.Copier();
        Study copy = (Study) copier.copy(study);
        copier.copyReferences();
        Extensible twin = (Extensible) copier.get(object);
        try {
            twin.setUnknown(UnknownContent.renamed(object.getUnknown(), key, feature.getName()));
            ReadResult result = StudyReader.read(Studies.write(copy), null);
            return !result.isComplete() ? null
                    : Paths.find(result.study(), Paths.path(object)).map(Paths.Place::target)
                            .filter(read -> read.eClass() == object.eClass() && read.eIsSet(feature))
                            .map(read -> read.eGet(feature)).orElse(null);
        } catch (StudyFileException e) {
            return null; // What cannot be written cannot be read back.
        }
    }

    /** Sets a value that was read elsewhere; references in it lead to the elements of the same identifiers. */
    static void put(Study study, EObject object, EStructuralFeature feature, Object value) {
        Map<String, Element> elements = Ids.elements(study);
        if (feature instanceof EReference reference && !reference.isContainment()) {
            object.eSet(feature, value instanceof List<?> list
                    ? list.stream().map(target -> elements.get(((Element) target).getId())).toList()
                    : elements.get(((Element) value).getId()));
        } else {
            object.eSet(feature, value instanceof List<?> list ? List.copyOf(list) : value);
            object.eAllContents().forEachRemaining(content -> content.eClass().getEAllReferences().stream()
                    .filter(inner -> !inner.isContainment() && !inner.isMany()
                            && content.eGet(inner) instanceof Element)
                    .forEach(inner -> content.eSet(inner, elements.get(((Element) content.eGet(inner)).getId()))));
        }
    }
}
