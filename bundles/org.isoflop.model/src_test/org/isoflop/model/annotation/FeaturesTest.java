package org.isoflop.model.annotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.ENamedElement;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.EcorePackage;

import org.junit.jupiter.api.Test;

import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.Messages;
import org.isoflop.model.Status;

class FeaturesTest {

    private static final Set<String> UNITS = Set.of("1", "parameters", "tokens", "FLOP", "FLOP/s", "s", "USD", "USD/h",
            "nats/token", "devices", "device-hours", "J", "W", "bytes", "bytes/s", "gCO2e", "gCO2e/kWh", "L/kWh",
            "USD/kWh", "USD/Mtokens", "characters/token");

    @Test
    void everythingHasALabelAndHelpInBothLanguages() throws IOException {
        Properties french = new Properties();
        try (var reader = new InputStreamReader(Messages.class.getResourceAsStream("model_fr.properties"),
                StandardCharsets.UTF_8)) {
            french.load(reader);
        }
        Set<String> expected = new TreeSet<>();
        for (ENamedElement element : elements()) {
            String key = switch (element) {
                case EClassifier classifier -> classifier.getName();
                default -> ((ENamedElement) element.eContainer()).getName() + "." + element.getName();
            };
            expected.add(key + ".label");
            expected.add(key + ".help");
            assertNotNull(Features.label(element, Locale.ENGLISH), key);
            assertTrue(Features.help(element, Locale.ENGLISH).endsWith("."), key);
            assertEquals(french.getProperty(key + ".label"), Features.label(element, Locale.FRENCH));
            assertEquals(french.getProperty(key + ".help"), Features.help(element, Locale.CANADA_FRENCH));
            assertFalse(Features.help(element, Locale.FRENCH).equals(Features.help(element, Locale.ENGLISH)), key);
        }
        for (EStructuralFeature feature : features()) {
            if (Features.group(feature) != null) {
                expected.add("group." + Features.group(feature));
                assertEquals(Features.group(feature), Features.groupLabel(Features.group(feature), Locale.ENGLISH));
            }
        }
        assertEquals(expected, new TreeSet<>(french.stringPropertyNames()));
    }

    @Test
    void otherLanguagesReadEnglish() {
        assertEquals("Study", Features.label(IsoflopPackage.Literals.STUDY, Locale.JAPANESE));
        assertEquals("Étude", Features.label(IsoflopPackage.Literals.STUDY, Locale.FRANCE));
        assertEquals("Estimé", Features.valueLabel(Status.ESTIMATED, Locale.FRENCH));
        assertEquals("Limites", Features.groupLabel("Limits", Locale.FRENCH));
    }

    @Test
    void quantitiesHaveUnitsAndNothingElseWithoutNumbers() {
        for (EStructuralFeature feature : features()) {
            if (feature.getEType() == IsoflopPackage.Literals.QUANTITY
                    && feature != IsoflopPackage.Literals.CONSTANT__VALUE
                    && feature != IsoflopPackage.Literals.LAW_ARGUMENT__VALUE) {
                assertTrue(UNITS.contains(String.valueOf(Features.unit(feature))), feature::toString);
                assertTrue(Features.domain(feature).minimum() != null
                        || Features.domain(feature).exclusiveMinimum() != null, feature::toString);
            } else if (Features.unit(feature) != null) {
                assertTrue(feature.getEType() == EcorePackage.Literals.EDOUBLE
                        || feature.getEType() == EcorePackage.Literals.EDOUBLE_OBJECT, feature::toString);
                assertTrue(UNITS.contains(Features.unit(feature)), feature::toString);
            }
            assertEquals(Features.isDate(feature), String.valueOf(Features.pattern(feature)).contains("\\d{4}"));
        }
    }

    @Test
    void optionalNumbersAreNullAndReferencesStayInsideTheStudy() {
        for (EStructuralFeature feature : features()) {
            assertNull(feature.isMany() || feature.getEType() instanceof EEnum ? null : feature.getDefaultValue(),
                    feature::toString);
            assertFalse(feature.getEType() == EcorePackage.Literals.EDOUBLE && !feature.isMany(), feature::toString);
            assertTrue(!(feature.getEType() instanceof EEnum) || feature.isUnsettable(), feature::toString);
            assertFalse(feature instanceof EReference reference && reference.isResolveProxies(), feature::toString);
        }
    }

    @Test
    void domainsAreReadFromTheEcore() {
        Domain utilisation = Features.domain(IsoflopPackage.Literals.TRAINING_STEP__UTILISATION);
        assertEquals(new Domain(null, 0.0, 1.0, null), utilisation);
        assertTrue(utilisation.contains(1));
        assertFalse(utilisation.contains(0));
        assertFalse(utilisation.contains(1.5));
        assertFalse(utilisation.contains(Double.NaN));
        Domain replay = Features.domain(IsoflopPackage.Literals.CONTINUE_PRETRAINING__REPLAY);
        assertTrue(replay.contains(0));
        assertFalse(replay.contains(1));
        assertTrue(Features.domain(IsoflopPackage.Literals.PRICE__RENT).contains(0));
        assertTrue(Features.domain(IsoflopPackage.Literals.CONSTANT__VALUE).contains(-1e300));
        assertEquals("FLOP/s", Features.unit(IsoflopPackage.Literals.PEAK__THROUGHPUT));
        assertTrue(Features.isRequired(IsoflopPackage.Literals.ELEMENT__ID));
        assertTrue(Features.isInternal(IsoflopPackage.Literals.EXTENSIBLE__UNKNOWN));
        assertTrue(Features.isDescriptive(IsoflopPackage.Literals.ELEMENT__NAME));
    }

    private static List<EStructuralFeature> features() {
        List<EStructuralFeature> features = new ArrayList<>();
        for (ENamedElement element : elements()) {
            if (element instanceof EStructuralFeature feature) {
                features.add(feature);
            }
        }
        return features;
    }

    private static List<ENamedElement> elements() {
        List<ENamedElement> elements = new ArrayList<>();
        for (EClassifier classifier : IsoflopPackage.eINSTANCE.getEClassifiers()) {
            elements.add(classifier);
            if (classifier instanceof EClass type) {
                elements.addAll(type.getEStructuralFeatures());
            } else if (classifier instanceof EEnum choices) {
                elements.addAll(choices.getELiterals());
            }
        }
        return elements;
    }
}
