package org.isoflop.model.io;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

import org.isoflop.model.Element;
import org.isoflop.model.Extensible;
import org.isoflop.model.Ids;
import org.isoflop.model.Paths;
import org.isoflop.model.Study;
import org.isoflop.model.Text;
import org.isoflop.model.io.Json.JsonArray;
import org.isoflop.model.io.Json.JsonMember;
import org.isoflop.model.io.Json.JsonNumber;
import org.isoflop.model.io.Json.JsonObject;
import org.isoflop.model.io.Json.JsonText;
import org.isoflop.model.io.Json.JsonWord;

/**
 * Writes a study in the canonical form of an .isoflop file: keys in the order of the .ecore, what is not set left out,
 * unknown members after the known ones. Equal studies give equal bytes, and what {@link StudyReader} reads from them
 * gives the same bytes again.
 */
public final class StudyWriter {

    private final Map<String, Element> elements;

    private StudyWriter(Study study) {
        this.elements = Ids.elements(study);
    }

    /**
     * Writes a study.
     *
     * @param study the study
     * @return the file's content in UTF-8
     * @throws StudyFileException if the study cannot be said in a file: a number that is not finite, a reference to
     *         something without an identifier of its own or outside the study, a damaged unknown content, or a content
     *         beyond the limits
     */
    public static byte[] write(Study study) throws StudyFileException {
        List<JsonMember> members = new ArrayList<>();
        members.add(new JsonMember(Schema.FORMAT_KEY, new JsonText(Schema.FORMAT, 0), 0));
        members.add(new JsonMember(Schema.VERSION_KEY, number(Schema.VERSION), 0));
        new StudyWriter(study).addMembers(study, members);
        byte[] content = JsonPrinter.lines(new JsonObject(members, 0)).getBytes(StandardCharsets.UTF_8);
        if (content.length > Limits.DOCUMENT_BYTES) {
            throw new StudyFileException("E_TOO_LARGE", Limits.DOCUMENT_BYTES / (1024 * 1024));
        }
        return content;
    }

    private void addMembers(EObject object, List<JsonMember> members) throws StudyFileException {
        for (EStructuralFeature feature : Schema.features(object.eClass())) {
            if (object.eIsSet(feature)) {
                members.add(new JsonMember(feature.getName(), feature(object, feature), 0));
            }
        }
        String unknown = ((Extensible) object).getUnknown();
        if (unknown != null) {
            members.addAll(unknown(object, unknown));
        }
    }

    private static List<JsonMember> unknown(EObject object, String unknown) throws StudyFileException {
        try {
            if (JsonReader.read(unknown) instanceof JsonObject json) {
                return json.members();
            }
            throw new StudyFileException("E_UNKNOWN_CONTENT", Paths.path(object));
        } catch (Refusal e) {
            throw new StudyFileException(e, "E_UNKNOWN_CONTENT", Paths.path(object));
        }
    }

    private Json feature(EObject object, EStructuralFeature feature) throws StudyFileException {
        if (!feature.isMany()) {
            return value(object, feature, object.eGet(feature));
        }
        List<Json> values = new ArrayList<>();
        for (Object value : (List<?>) object.eGet(feature)) {
            values.add(value(object, feature, value));
        }
        return new JsonArray(values, 0);
    }

    private Json value(EObject object, EStructuralFeature feature, Object value) throws StudyFileException {
        if (feature instanceof EReference reference) {
            return reference.isContainment() ? child(reference, (EObject) value) : id(object, reference, value);
        }
        return switch (value) {
            case Text text -> text(text);
            case Enumerator choice -> new JsonText(choice.getName(), 0);
            case Boolean truth -> new JsonWord(truth.toString(), 0);
            case Number number -> finite(object, feature, number.doubleValue());
            default -> new JsonText((String) value, 0);
        };
    }

    private Json child(EReference reference, EObject child) throws StudyFileException {
        List<JsonMember> members = new ArrayList<>();
        if (Schema.isPolymorphic(reference)) {
            members.add(new JsonMember(Schema.TYPE_KEY, new JsonText(child.eClass().getName(), 0), 0));
        }
        addMembers(child, members);
        if (Schema.isQuantity(child.eClass()) && members.size() == 1
                && members.get(0).value() instanceof JsonNumber number && members.get(0).name().equals("value")) {
            return number;
        }
        return new JsonObject(members, 0);
    }

    private Json id(EObject object, EReference reference, Object target) throws StudyFileException {
        Element element = (Element) target;
        if (element.getId() == null || elements.get(element.getId()) != element) {
            throw new StudyFileException("E_UNSAVABLE_REFERENCE", Paths.path(object, reference));
        }
        return new JsonText(element.getId(), 0);
    }

    private static Json text(Text text) {
        if (text.isSingle()) {
            return new JsonText(text.get(Locale.ROOT), 0);
        }
        List<JsonMember> languages = new ArrayList<>();
        text.languages().forEach((tag, words) -> languages.add(new JsonMember(tag, new JsonText(words, 0), 0)));
        return new JsonObject(languages, 0);
    }

    private static Json finite(EObject object, EStructuralFeature feature, double value) throws StudyFileException {
        if (!Double.isFinite(value)) {
            throw new StudyFileException("E_NOT_FINITE", Paths.path(object, feature));
        }
        return number(value);
    }

    private static JsonNumber number(double value) {
        return new JsonNumber(Numbers.write(value), 0);
    }
}
