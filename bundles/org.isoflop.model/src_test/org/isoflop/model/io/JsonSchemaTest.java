package org.isoflop.model.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;

import org.junit.jupiter.api.Test;

import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.corpus.Corpus;
import org.isoflop.model.io.Json.JsonArray;
import org.isoflop.model.io.Json.JsonMember;
import org.isoflop.model.io.Json.JsonNumber;
import org.isoflop.model.io.Json.JsonObject;
import org.isoflop.model.io.Json.JsonText;
import org.isoflop.model.io.Json.JsonWord;

class JsonSchemaTest {

    private final JsonObject schema = (JsonObject) json(JsonSchema.generate());

    @Test
    void itIsCanonicalJsonAndAlwaysTheSame() {
        assertEquals(JsonSchema.generate(), JsonPrinter.lines(schema));
        assertEquals(JsonSchema.generate(), JsonSchema.generate());
        assertEquals("https://json-schema.org/draft/2020-12/schema", ((JsonText) schema.get("$schema")).text());
    }

    @Test
    void itKnowsEveryClassWithItsKeysAndUnits() {
        JsonObject definitions = (JsonObject) schema.get("$defs");
        for (EClassifier classifier : IsoflopPackage.eINSTANCE.getEClassifiers()) {
            if (classifier instanceof EClass type && !type.isAbstract()) {
                JsonObject object = classifier == IsoflopPackage.Literals.STUDY ? schema
                        : (JsonObject) definitions.get(type.getName());
                JsonObject properties = (JsonObject) object.get("properties");
                Schema.features(type).forEach(feature -> assertNotNull(properties.get(feature.getName())));
                assertNull(properties.get("unknown"));
            }
        }
        JsonObject peak = (JsonObject) ((JsonObject) definitions.get("Peak")).get("properties");
        assertEquals("FLOP/s", ((JsonText) ((JsonObject) peak.get("throughput")).get("unit")).text());
    }

    @Test
    void everyStudyThatPassesConforms() throws IOException {
        for (Path file : Corpus.files("pass")) {
            assertEquals(List.of(), faults(Files.readString(file)), file::toString);
        }
    }

    @Test
    void whatTheReaderRefusesDoesNotConform() {
        for (String name : List.of("list-expected.L5C13.E_WRONG_KIND", "choice.L10C19.E_CHOICE",
                "type-java.L16C23.E_UNKNOWN_TYPE", "type-missing.L15C13.E_MISSING_TYPE", "null-name.L8C15.E_NULL",
                "version-zero.L3C14.E_VERSION", "utilisation-1.7.L17C30.E_ABOVE_MAXIMUM",
                "id-upper.L7C13.E_ID_PATTERN", "form-missing.L6C12.E_REQUIRED", "year-fraction.L9C15.E_WRONG_KIND",
                "negative-low.L10C16.E_NOT_ABOVE", "study-id-missing.L1C1.E_REQUIRED")) {
            String content = new String(Corpus.read("fail/" + name + ".isoflop"), StandardCharsets.UTF_8);
            assertFalse(faults(content).isEmpty(), name);
        }
    }

    private List<String> faults(String content) {
        List<String> faults = new ArrayList<>();
        check(json(content), schema, "", faults);
        return faults;
    }

    private static Json json(String content) {
        try {
            return JsonReader.read(content);
        } catch (Refusal e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The keywords that the schema uses, by the book; an unknown keyword fails. */
    private void check(Json value, JsonObject rules, String path, List<String> faults) {
        for (JsonMember rule : rules.members()) {
            boolean holds = switch (rule.name()) {
                case "$schema", "$id", "$defs", "title", "description", "unit" -> true;
                case "$ref" -> {
                    String name = ((JsonText) rule.value()).text().substring("#/$defs/".length());
                    check(value, (JsonObject) ((JsonObject) schema.get("$defs")).get(name), path, faults);
                    yield true;
                }
                case "type" -> isType(value, ((JsonText) rule.value()).text());
                case "const" -> JsonPrinter.oneLine(value).equals(JsonPrinter.oneLine(rule.value()))
                        || value instanceof JsonNumber n && rule.value() instanceof JsonNumber m
                                && Numbers.read(n.digits()).equals(Numbers.read(m.digits()));
                case "pattern" -> !(value instanceof JsonText text)
                        || Pattern.compile(((JsonText) rule.value()).text()).matcher(text.text()).find();
                case "required" -> !(value instanceof JsonObject object) || ((JsonArray) rule.value()).values().stream()
                        .allMatch(key -> object.get(((JsonText) key).text()) != null);
                case "minimum" -> number(value) >= number(rule.value());
                case "exclusiveMinimum" -> number(value) > number(rule.value());
                case "exclusiveMaximum" -> number(value) < number(rule.value());
                case "maximum" -> number(value) <= number(rule.value());
                case "minProperties" -> !(value instanceof JsonObject object)
                        || object.members().size() >= number(rule.value());
                case "additionalProperties" -> {
                    if (value instanceof JsonObject object) {
                        object.members().forEach(member -> check(member.value(), (JsonObject) rule.value(),
                                path + "/" + member.name(), faults));
                    }
                    yield true;
                }
                case "properties" -> {
                    if (value instanceof JsonObject object) {
                        for (JsonMember member : object.members()) {
                            if (((JsonObject) rule.value()).get(member.name()) instanceof JsonObject below) {
                                check(member.value(), below, path + "/" + member.name(), faults);
                            }
                        }
                    }
                    yield true;
                }
                case "items" -> {
                    if (value instanceof JsonArray array) {
                        array.values().forEach(item -> check(item, (JsonObject) rule.value(), path + "/*", faults));
                    }
                    yield true;
                }
                case "anyOf" -> matches(value, rule.value()) >= 1;
                case "oneOf" -> matches(value, rule.value()) == 1;
                default -> throw new IllegalStateException("The schema uses " + rule.name());
            };
            if (!holds) {
                faults.add(path + " " + rule.name());
            }
        }
    }

    private long matches(Json value, Json alternatives) {
        return ((JsonArray) alternatives).values().stream().filter(alternative -> {
            List<String> faults = new ArrayList<>();
            check(value, (JsonObject) alternative, "", faults);
            return faults.isEmpty();
        }).count();
    }

    private static double number(Json value) {
        return value instanceof JsonNumber number ? Double.parseDouble(number.digits()) : Double.NaN;
    }

    private static boolean isType(Json value, String type) {
        return switch (type) {
            case "object" -> value instanceof JsonObject;
            case "array" -> value instanceof JsonArray;
            case "string" -> value instanceof JsonText;
            case "number" -> value instanceof JsonNumber;
            case "integer" -> value instanceof JsonNumber && number(value) == Math.rint(number(value));
            case "boolean" -> value instanceof JsonWord;
            default -> throw new IllegalStateException(type);
        };
    }
}
