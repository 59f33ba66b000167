package org.isoflop.model.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.ENamedElement;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.EcorePackage;

import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.annotation.Domain;
import org.isoflop.model.annotation.Features;
import org.isoflop.model.io.Json.JsonArray;
import org.isoflop.model.io.Json.JsonMember;
import org.isoflop.model.io.Json.JsonNumber;
import org.isoflop.model.io.Json.JsonObject;
import org.isoflop.model.io.Json.JsonText;

/**
 * The JSON schema (draft 2020-12) of .isoflop files, generated from the .ecore: titles, descriptions, units, domains
 * and what is required. Unknown keys are allowed, as the reader allows them. The keyword {@code unit} is ours.
 */
public final class JsonSchema {

    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";
    private static final String DEFINITIONS = "$defs";

    private JsonSchema() {
    }

    /**
     * Generates the schema.
     *
     * @return the schema as a file holds it, always the same
     */
    public static String generate() {
        EClass study = IsoflopPackage.Literals.STUDY;
        Members schema = new Members().add("$schema", DRAFT).add("$id", IsoflopPackage.eNS_URI + "/" + Schema.VERSION);
        describe(schema, study).add("type", "object");
        List<Json> required = new ArrayList<>(List.of(text(Schema.FORMAT_KEY), text(Schema.VERSION_KEY)));
        required.addAll(required(study));
        schema.add("required", new JsonArray(required, 0));
        Members properties = new Members().add(Schema.FORMAT_KEY, new Members().add("const", Schema.FORMAT).json())
                .add(Schema.VERSION_KEY, new Members().add("const", number(Schema.VERSION)).json());
        addProperties(properties, study);
        schema.add("properties", properties.json());
        Members definitions = new Members();
        for (EClassifier classifier : IsoflopPackage.eINSTANCE.getEClassifiers()) {
            if (!(classifier instanceof EClass type && (type.isAbstract() || type == study))) {
                definitions.add(classifier.getName(), definition(classifier));
            }
        }
        return JsonPrinter.lines(schema.add(DEFINITIONS, definitions.json()).json());
    }

    private static Json definition(EClassifier classifier) {
        Members definition = describe(new Members(), classifier);
        if (classifier instanceof EEnum choices) {
            List<Json> alternatives = new ArrayList<>();
            for (EEnumLiteral literal : choices.getELiterals()) {
                alternatives.add(describe(new Members().add("const", literal.getName()), literal).json());
            }
            return definition.add("oneOf", new JsonArray(alternatives, 0)).json();
        }
        if (!(classifier instanceof EClass type)) {
            Members languages = new Members().add("type", "object").add("minProperties", number(1))
                    .add("additionalProperties", typed("string"));
            return definition.add("anyOf", new JsonArray(List.of(typed("string"), languages.json()), 0)).json();
        }
        definition.add("type", "object");
        List<Json> required = new ArrayList<>();
        Members properties = new Members();
        if (Schema.isNamed(type)) {
            required.add(text(Schema.TYPE_KEY));
            properties.add(Schema.TYPE_KEY, new Members().add("const", type.getName()).json());
        }
        required.addAll(required(type));
        if (!required.isEmpty()) {
            definition.add("required", new JsonArray(required, 0));
        }
        addProperties(properties, type);
        return definition.add("properties", properties.json()).json();
    }

    /** A law whose formulas hold all its numbers has no constants: the schema cannot say when they are required. */
    private static List<Json> required(EClass type) {
        return Schema.features(type).stream().filter(Features::isRequired)
                .filter(feature -> feature != IsoflopPackage.Literals.SCALING_LAW__CONSTANTS)
                .<Json>map(feature -> text(feature.getName())).toList();
    }

    private static void addProperties(Members properties, EClass type) {
        for (EStructuralFeature feature : Schema.features(type)) {
            Members property = describe(new Members(), feature);
            if (Features.unit(feature) != null) {
                property.add("unit", Features.unit(feature));
            }
            if (feature.isMany()) {
                Members items = new Members();
                addType(items, feature);
                property.add("type", "array").add("items", items.json());
            } else {
                addType(property, feature);
            }
            properties.add(feature.getName(), property.json());
        }
    }

    private static void addType(Members property, EStructuralFeature feature) {
        if (feature instanceof EAttribute attribute) {
            addAttributeType(property, attribute);
            return;
        }
        EReference reference = (EReference) feature;
        if (!reference.isContainment()) {
            property.add("type", "string").add("pattern", whole(Features.pattern(IsoflopPackage.Literals.ELEMENT__ID)));
        } else if (Schema.isQuantity(reference.getEReferenceType())) {
            addQuantity(property, Features.domain(feature));
        } else if (Schema.isPolymorphic(reference)) {
            List<Json> types = Schema.types(reference).stream()
                    .<Json>map(type -> reference(new Members(), type).json()).toList();
            property.add("oneOf", new JsonArray(types, 0));
        } else {
            reference(property, reference.getEReferenceType());
        }
    }

    private static void addAttributeType(Members property, EAttribute attribute) {
        EDataType type = attribute.getEAttributeType();
        if (type.getEPackage() == IsoflopPackage.eINSTANCE) {
            reference(property, type);
        } else if (type == EcorePackage.Literals.ESTRING) {
            property.add("type", "string");
            if (Features.pattern(attribute) != null) {
                property.add("pattern", whole(Features.pattern(attribute)));
            }
        } else if (type == EcorePackage.Literals.EBOOLEAN_OBJECT) {
            property.add("type", "boolean");
        } else {
            property.add("type", type == EcorePackage.Literals.EINTEGER_OBJECT ? "integer" : "number");
            addDomain(property, Features.domain(attribute));
        }
    }

    private static void addQuantity(Members property, Domain domain) {
        Members plain = addDomain(new Members().add("type", "number"), domain);
        Members whole = reference(new Members(), IsoflopPackage.Literals.QUANTITY);
        JsonObject bounds = addDomain(new Members(), domain).json();
        if (!bounds.members().isEmpty()) {
            whole.add("properties",
                    new Members().add("value", bounds).add("low", bounds).add("high", bounds).json());
        }
        property.add("anyOf", new JsonArray(List.of(plain.json(), whole.json()), 0));
    }

    private static Members addDomain(Members members, Domain domain) {
        if (domain.minimum() != null) {
            members.add("minimum", number(domain.minimum()));
        }
        if (domain.exclusiveMinimum() != null) {
            members.add("exclusiveMinimum", number(domain.exclusiveMinimum()));
        }
        if (domain.maximum() != null) {
            members.add("maximum", number(domain.maximum()));
        }
        if (domain.exclusiveMaximum() != null) {
            members.add("exclusiveMaximum", number(domain.exclusiveMaximum()));
        }
        return members;
    }

    private static Members describe(Members members, ENamedElement element) {
        return members.add("title", Features.label(element, Locale.ENGLISH)).add("description",
                Features.help(element, Locale.ENGLISH));
    }

    private static Members reference(Members members, EClassifier classifier) {
        return members.add("$ref", "#/" + DEFINITIONS + "/" + classifier.getName());
    }

    private static String whole(String pattern) {
        return "^(?:" + pattern + ")$";
    }

    private static JsonObject typed(String type) {
        return new Members().add("type", type).json();
    }

    private static JsonText text(String text) {
        return new JsonText(text, 0);
    }

    private static JsonNumber number(double value) {
        return new JsonNumber(Numbers.write(value), 0);
    }

    /** The members of an object in the making. */
    private static final class Members {

        private final List<JsonMember> members = new ArrayList<>();

        Members add(String name, Json value) {
            members.add(new JsonMember(name, value, 0));
            return this;
        }

        Members add(String name, String value) {
            return add(name, text(value));
        }

        JsonObject json() {
            return new JsonObject(members, 0);
        }
    }
}
