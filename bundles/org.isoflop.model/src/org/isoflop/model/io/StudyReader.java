package org.isoflop.model.io;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.util.EcoreUtil;

import org.isoflop.model.Element;
import org.isoflop.model.Extensible;
import org.isoflop.model.Ids;
import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.Messages.Word;
import org.isoflop.model.Paths;
import org.isoflop.model.Quantity;
import org.isoflop.model.Spelling;
import org.isoflop.model.Study;
import org.isoflop.model.Text;
import org.isoflop.model.io.Json.JsonArray;
import org.isoflop.model.io.Json.JsonMember;
import org.isoflop.model.io.Json.JsonNumber;
import org.isoflop.model.io.Json.JsonObject;
import org.isoflop.model.io.Json.JsonText;
import org.isoflop.model.io.Json.JsonWord;
import org.isoflop.model.validate.Finding;
import org.isoflop.model.validate.Locations;
import org.isoflop.model.validate.Position;
import org.isoflop.model.validate.Severity;

/**
 * Reads a study from the JSON of an .isoflop file. It touches nothing but the bytes it is given, and finds what can no
 * longer be seen in the study afterwards: syntax, unknown keys, values of the wrong kind, dangling references. What
 * the study itself shows is the business of {@code StudyValidator}.
 */
public final class StudyReader {

    private static final int FARTHEST_SUGGESTION = 2;

    private final String file;
    private final SourceText source;
    private final Locations.Builder locations = new Locations.Builder();
    private final List<Fault> faults = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);

    private StudyReader(String file, SourceText source) {
        this.file = file;
        this.source = source;
    }

    /**
     * Reads a study. Bad content never throws: it gives findings, and no study if it is not one that this version can
     * read at all.
     *
     * @param content the bytes of the file: JSON in UTF-8
     * @param file the name of the file for the findings, or null
     * @return the study with what was found
     */
    public static ReadResult read(byte[] content, String file) {
        SourceText source;
        try {
            source = SourceText.decode(content);
        } catch (Unreadable e) {
            return unreadable(file, e.position(), e.code(), e.arguments());
        }
        try {
            return new StudyReader(file, source).read();
        } catch (Refusal e) {
            return unreadable(file, source.position(e.offset()), e.code(), e.arguments());
        }
    }

    static ReadResult unreadable(String file, Position position, String code, Object... arguments) {
        Finding finding = Finding.at(file, position, "", Severity.ERROR, code, arguments);
        return new ReadResult(null, List.of(finding), Locations.NONE, null);
    }

    private ReadResult read() throws Refusal {
        Json json;
        try {
            json = JsonReader.read(source.text());
        } catch (Refusal refusal) {
            throw source.explain(refusal);
        }
        if (!(json instanceof JsonObject root)) {
            throw new Refusal(json.offset(), "E_NOT_ISOFLOP");
        }
        checkFormat(root);
        Study study = (Study) EcoreUtil.create(IsoflopPackage.Literals.STUDY);
        readObject(root, study, List.of(Schema.FORMAT_KEY, Schema.VERSION_KEY));
        link(study);
        ReadResult result = new ReadResult(study, findings(), locations.build(), null);
        if (!result.isComplete()) {
            Incomplete.mark(study);
        }
        return result;
    }

    private static void checkFormat(JsonObject root) throws Refusal {
        Json format = root.get(Schema.FORMAT_KEY);
        if (!(format instanceof JsonText text && text.text().equals(Schema.FORMAT))) {
            throw new Refusal(format == null ? root.offset() : format.offset(), "E_NOT_ISOFLOP");
        }
        Json version = root.get(Schema.VERSION_KEY);
        if (version == null) {
            throw new Refusal(root.offset(), "E_NO_VERSION", Schema.VERSION);
        }
        Double number = version instanceof JsonNumber digits ? Numbers.read(digits.digits()) : null;
        if (number == null || number != Math.rint(number) || number < 1) {
            throw new Refusal(version.offset(), "E_VERSION", Schema.VERSION);
        }
        if (number > Schema.VERSION) {
            throw new Refusal(version.offset(), "E_NEWER_VERSION", ((JsonNumber) version).digits(), Schema.VERSION);
        }
    }

    private void readObject(JsonObject json, EObject object, List<String> otherKeys) {
        locations.add(object, source.position(json.offset()));
        List<JsonMember> unknown = new ArrayList<>();
        Set<String> given = new HashSet<>();
        for (JsonMember member : json.members()) {
            if (otherKeys.contains(member.name())) {
                continue;
            }
            EStructuralFeature feature = Schema.feature(object.eClass(), member.name());
            if (feature == null) {
                unknown.add(member);
            } else {
                given.add(member.name());
                readFeature(member.value(), object, feature);
            }
        }
        if (!unknown.isEmpty()) {
            ((Extensible) object).setUnknown(JsonPrinter.oneLine(new JsonObject(unknown, 0)));
            unknown.forEach(member -> reportUnknown(object, member, given));
        }
    }

    private void reportUnknown(EObject object, JsonMember member, Set<String> given) {
        Place place = new Place(object, null, -1, member.name());
        String close = counts.getOrDefault(Severity.WARNING, 0) >= Limits.FINDINGS ? null
                : closestKey(object.eClass(), member.name(), given);
        if (close == null) {
            report(Severity.WARNING, member.offset(), place, "W_UNKNOWN_KEY", member.name(), object.eClass().getName());
        } else {
            report(Severity.WARNING, member.offset(), place, "W_MISSPELT_KEY", member.name(), close);
        }
    }

    private static String closestKey(EClass type, String key, Set<String> given) {
        return Schema.features(type).stream().map(EStructuralFeature::getName).filter(name -> !given.contains(name))
                .filter(name -> Math.abs(name.length() - key.length()) <= FARTHEST_SUGGESTION)
                .filter(name -> Spelling.distance(name, key) <= Math.min(FARTHEST_SUGGESTION, name.length() / 3))
                .min(Comparator.comparingInt(name -> Spelling.distance(name, key))).orElse(null);
    }

    private void readFeature(Json json, EObject object, EStructuralFeature feature) {
        Place place = new Place(object, feature, -1, null);
        if (!feature.isMany()) {
            Object value = readValue(json, place);
            if (value != null) {
                locations.add(object, feature, source.position(json.offset()));
                object.eSet(feature, value);
            }
        } else if (json instanceof JsonArray array) {
            locations.add(object, feature, source.position(json.offset()));
            readList(array, object, feature);
        } else {
            wrongKind(json, place, "kind.list");
        }
    }

    private void readList(JsonArray array, EObject object, EStructuralFeature feature) {
        @SuppressWarnings("unchecked")
        Collection<Object> values = (Collection<Object>) object.eGet(feature);
        for (int i = 0; i < array.values().size(); i++) {
            Json json = array.values().get(i);
            Object value = readValue(json, new Place(object, feature, i, null));
            if (value != null) {
                locations.add(object, feature, values.size(), source.position(json.offset()));
                values.add(value);
            }
        }
    }

    /** The value, or null if it was refused, is a reference to be resolved later, or is already in its place. */
    private Object readValue(Json json, Place place) {
        if (json instanceof JsonWord word && word.word().equals(JsonWord.NULL)) {
            report(Severity.ERROR, json.offset(), place, "E_NULL", place.feature().getName());
            return null;
        }
        if (place.feature() instanceof EAttribute attribute) {
            return readAttribute(json, place, attribute.getEAttributeType());
        }
        EReference reference = (EReference) place.feature();
        if (reference.isContainment()) {
            readChild(json, place, reference);
        } else if (json instanceof JsonText id) {
            links.add(new Link(place, reference, id.text(), json.offset()));
        } else {
            wrongKind(json, place, "kind.id");
        }
        return null;
    }

    private void readChild(Json json, Place place, EReference reference) {
        EClass type = reference.getEReferenceType();
        if (Schema.isQuantity(type) && json instanceof JsonNumber number) {
            Double value = readNumber(number, place);
            if (value != null) {
                Quantity quantity = (Quantity) add(EcoreUtil.create(type), place, json);
                quantity.setValue(value);
            }
        } else if (!(json instanceof JsonObject object)) {
            wrongKind(json, place, Schema.isQuantity(type) ? "kind.quantity" : "kind.object");
        } else if (Schema.isPolymorphic(reference)) {
            EClass named = readType(object, place, reference);
            if (named != null) {
                readObject(object, add(EcoreUtil.create(named), place, json), List.of(Schema.TYPE_KEY));
            }
        } else {
            readObject(object, add(EcoreUtil.create(type), place, json), List.of());
        }
    }

    private EObject add(EObject child, Place place, Json json) {
        Position position = source.position(json.offset());
        locations.add(child, position);
        if (place.feature().isMany()) {
            @SuppressWarnings("unchecked")
            List<EObject> children = (List<EObject>) place.object().eGet(place.feature());
            children.add(child);
        } else {
            locations.add(place.object(), place.feature(), position);
            place.object().eSet(place.feature(), child);
        }
        return child;
    }

    private EClass readType(JsonObject object, Place place, EReference reference) {
        String known = Schema.types(reference).stream().map(EClassifier::getName).collect(Collectors.joining(", "));
        Json name = object.get(Schema.TYPE_KEY);
        if (name == null) {
            report(Severity.ERROR, object.offset(), place, "E_MISSING_TYPE", known);
            return null;
        }
        EClass type = name instanceof JsonText text ? Schema.type(reference, text.text()) : null;
        if (type == null) {
            String shown = name instanceof JsonText text ? text.text() : JsonPrinter.oneLine(name);
            report(Severity.ERROR, name.offset(), place, "E_UNKNOWN_TYPE", abbreviate(shown), known);
        }
        return type;
    }

    private Object readAttribute(Json json, Place place, EDataType type) {
        if (type == IsoflopPackage.Literals.TEXT) {
            return readText(json, place);
        }
        if (type instanceof EEnum choices) {
            return readChoice(json, place, choices);
        }
        if (type == EcorePackage.Literals.ESTRING) {
            return json instanceof JsonText text ? fit(text, place) : wrongKind(json, place, "kind.text");
        }
        if (type == EcorePackage.Literals.EBOOLEAN_OBJECT) {
            return json instanceof JsonWord word && word.isTruth() ? Boolean.valueOf(word.word())
                    : wrongKind(json, place, "kind.truth");
        }
        if (!(json instanceof JsonNumber digits)) {
            return wrongKind(json, place, "kind.number");
        }
        Double number = readNumber(digits, place);
        if (number == null || type != EcorePackage.Literals.EINTEGER_OBJECT) {
            return number;
        }
        if (number != Math.rint(number)) {
            return wrongKind(json, place, "kind.integer");
        }
        if (Math.abs(number) > Integer.MAX_VALUE) {
            report(Severity.ERROR, json.offset(), place, "E_NUMBER_RANGE", digits.digits());
            return null;
        }
        return number.intValue();
    }

    private Double readNumber(JsonNumber number, Place place) {
        Double value = Numbers.read(number.digits());
        if (value == null) {
            report(Severity.ERROR, number.offset(), place, "E_NUMBER_RANGE", number.digits());
        }
        return value;
    }

    private String fit(JsonText text, Place place) {
        int unfit = Characters.firstUnfit(text.text());
        if (unfit >= 0) {
            report(Severity.ERROR, text.offset(), place, "E_CHARACTER",
                    String.format("U+%04X", (int) text.text().charAt(unfit)));
            return null;
        }
        return text.text();
    }

    private Text readText(Json json, Place place) {
        if (json instanceof JsonText text) {
            String words = fit(text, place);
            return words == null ? null : Text.of(words);
        }
        if (!(json instanceof JsonObject languages) || languages.members().isEmpty()) {
            return (Text) wrongKind(json, place, "kind.words");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (JsonMember member : languages.members()) {
            if (!Text.isLanguage(member.name())) {
                report(Severity.ERROR, member.offset(), place, "E_LANGUAGE", abbreviate(member.name()));
            } else if (!(member.value() instanceof JsonText text)) {
                wrongKind(member.value(), place, "kind.text");
            } else {
                String words = fit(text, place);
                if (words != null) {
                    texts.put(member.name(), words);
                }
            }
        }
        return texts.isEmpty() ? null : Text.of(texts);
    }

    private Object readChoice(Json json, Place place, EEnum choices) {
        EEnumLiteral literal = json instanceof JsonText text ? choices.getEEnumLiteral(text.text()) : null;
        if (literal != null) {
            return literal.getInstance();
        }
        if (!(json instanceof JsonText text)) {
            return wrongKind(json, place, "kind.text");
        }
        report(Severity.ERROR, json.offset(), place, "E_CHOICE", abbreviate(text.text()), choices.getELiterals()
                .stream().map(EEnumLiteral::getName).collect(Collectors.joining(", ")));
        return null;
    }

    private void link(Study study) {
        Map<String, Element> elements = Ids.elements(study);
        for (Link link : links) {
            Element target = elements.get(link.id());
            EObject object = link.place().object();
            if (target == null) {
                report(Severity.ERROR, link.offset(), link.place(), "E_DANGLING_REFERENCE", abbreviate(link.id()));
            } else if (!link.reference().getEReferenceType().isInstance(target)) {
                report(Severity.ERROR, link.offset(), link.place(), "E_REFERENCE_TYPE", link.id(),
                        target.eClass().getName(), link.reference().getEReferenceType().getName());
            } else if (!link.reference().isMany()) {
                locations.add(object, link.reference(), source.position(link.offset()));
                object.eSet(link.reference(), target);
            } else {
                addLink(link, target);
            }
        }
    }

    private void addLink(Link link, Element target) {
        @SuppressWarnings("unchecked")
        List<EObject> targets = (List<EObject>) link.place().object().eGet(link.reference());
        if (targets.contains(target)) {
            report(Severity.ERROR, link.offset(), link.place(), "E_DUPLICATE_REFERENCE", link.id());
        } else {
            locations.add(link.place().object(), link.reference(), targets.size(), source.position(link.offset()));
            targets.add(target);
        }
    }

    private Object wrongKind(Json json, Place place, String expected) {
        report(Severity.ERROR, json.offset(), place, "E_WRONG_KIND", new Word(expected), new Word(kind(json)));
        return null;
    }

    private static String kind(Json json) {
        return switch (json) {
            case JsonObject object -> "kind.object";
            case JsonArray array -> "kind.list";
            case JsonText text -> "kind.text";
            case JsonNumber number -> "kind.number";
            case JsonWord word -> "kind." + word.word();
        };
    }

    private void report(Severity severity, int offset, Place place, String code, Object... arguments) {
        if (severity == Severity.ERROR) {
            locations.refuse(place.object(), place.feature());
        }
        if (counts.merge(severity, 1, Integer::sum) <= Limits.FINDINGS) {
            faults.add(new Fault(severity, offset, place, code, arguments));
        }
    }

    /** The findings, their paths taken now that every identifier is known. */
    private List<Finding> findings() {
        faults.sort(Comparator.comparingInt(Fault::offset));
        List<Finding> findings = new ArrayList<>();
        for (Fault fault : faults) {
            findings.add(Finding.at(file, source.position(fault.offset()), fault.place().path(), fault.severity(),
                    fault.code(), fault.arguments()));
        }
        int omitted = counts.values().stream().mapToInt(count -> Math.max(0, count - Limits.FINDINGS)).sum();
        if (omitted > 0) {
            findings.add(Finding.at(file, Position.UNKNOWN, "", Severity.WARNING, "W_MORE_FINDINGS", omitted));
        }
        return findings;
    }

    private static String abbreviate(String text) {
        int longest = 80;
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "…";
    }

    private record Place(EObject object, EStructuralFeature feature, int index, String key) {

        String path() {
            if (feature == null) {
                String owner = Paths.path(object);
                return owner.isEmpty() ? key : owner + "." + key;
            }
            return index < 0 ? Paths.path(object, feature) : Paths.path(object, feature, index);
        }
    }

    private record Fault(Severity severity, int offset, Place place, String code, Object[] arguments) {
    }

    private record Link(Place place, EReference reference, String id, int offset) {
    }
}
