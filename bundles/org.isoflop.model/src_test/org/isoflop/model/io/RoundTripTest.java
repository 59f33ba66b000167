package org.isoflop.model.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.util.EcoreUtil;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.isoflop.model.Chart;
import org.isoflop.model.Element;
import org.isoflop.model.IsoflopFactory;
import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.LanguageModel;
import org.isoflop.model.Quantity;
import org.isoflop.model.Study;
import org.isoflop.model.Text;
import org.isoflop.model.annotation.Features;
import org.isoflop.model.corpus.Corpus;

class RoundTripTest {

    @Test
    void theSampleHasEveryFeatureAndEveryChoice() {
        Set<Object> seen = new HashSet<>();
        for (EObject object : Samples.objects(Samples.full())) {
            for (EStructuralFeature feature : object.eClass().getEAllStructuralFeatures()) {
                if (object.eIsSet(feature)) {
                    seen.add(feature);
                    if (feature.getEType() instanceof EEnum choices) {
                        seen.add(choices.getEEnumLiteral(object.eGet(feature).toString()));
                    }
                }
            }
        }
        for (EClassifier classifier : IsoflopPackage.eINSTANCE.getEClassifiers()) {
            if (classifier instanceof EClass type) {
                type.getEStructuralFeatures().stream().filter(feature -> !Features.isInternal(feature))
                        .forEach(feature -> assertTrue(seen.contains(feature), feature::toString));
            }
        }
        for (EEnumLiteral literal : List.of(IsoflopPackage.Literals.SHAPE.getEEnumLiteral("triangular"),
                IsoflopPackage.Literals.PAYMENT.getEEnumLiteral("rent"))) {
            assertTrue(seen.contains(literal), literal::getName);
        }
    }

    /** Absent means unknown, so what is entered as nothing, nought or the first choice must survive. */
    @Test
    void everyFeatureSetToItsLeastValueSurvives() throws StudyFileException {
        Study study = Samples.empty("study");
        study.setName(Text.of(""));
        fill(study, 4);
        byte[] content = StudyWriter.write(study);
        ReadResult result = StudyReader.read(content, null);
        assertEquals(List.of(), result.findings());
        assertTrue(EcoreUtil.equals(study, result.study()));
        assertArrayEquals(content, StudyWriter.write(result.study()));
        ReadResult imported = XmiCodec.read(XmiCodec.write(study), null);
        assertEquals(List.of(), imported.findings());
        assertArrayEquals(content, StudyWriter.write(imported.study()));
    }

    private static void fill(EObject object, int depth) {
        for (EStructuralFeature feature : object.eClass().getEAllStructuralFeatures()) {
            if (Features.isInternal(feature) || feature == IsoflopPackage.Literals.ELEMENT__ID) {
                continue;
            }
            if (feature instanceof EAttribute attribute) {
                Object least = least(attribute);
                object.eSet(feature, feature.isMany() ? List.of(least, least) : least);
            } else if (feature instanceof EReference reference && reference.isContainment() && depth > 0) {
                List<EClass> types = reference.getEReferenceType().isAbstract() ? Schema.types(reference)
                        : List.of(reference.getEReferenceType());
                for (EClass type : feature.isMany() ? types : types.subList(0, 1)) {
                    EObject child = EcoreUtil.create(type);
                    if (child instanceof Element element) {
                        element.setId(feature.getName() + depth);
                    }
                    object.eSet(feature, feature.isMany() ? List.of(child) : child);
                    fill(child, depth - 1);
                }
            }
        }
    }

    private static Object least(EAttribute attribute) {
        if (attribute.getEType() == IsoflopPackage.Literals.TEXT) {
            return Text.of("");
        }
        if (attribute.getEType() instanceof EEnum choices) {
            return choices.getELiterals().get(0).getInstance();
        }
        if (attribute.getEType() == EcorePackage.Literals.EINTEGER_OBJECT) {
            return 0;
        }
        if (attribute.getEType() == EcorePackage.Literals.EBOOLEAN_OBJECT) {
            return false;
        }
        return attribute.getEType() == EcorePackage.Literals.ESTRING ? (Object) "" : (Object) 0.0;
    }

    @ParameterizedTest
    @CsvSource({"0,0", "-0.0,-0", "1,1", "-7,-7", "67e9,67000000000", "999999999999999,999999999999999", "1e15,1e15",
        "-1e15,-1e15", "5.76e23,5.76e23", "1.69,1.69", "0.1,0.1", "1e-3,0.001", "1e-4,1e-4", "4.9e-324,4.9e-324",
        "123456789.5,1.234567895e8", "1.7976931348623157e308,1.7976931348623157e308", "100.25,100.25", "2e22,2e22",
        "9007199254740993,9.007199254740992e15"})
    void numbersAreWrittenInTheirShortestForm(double value, String written) {
        assertEquals(written, Numbers.write(value));
        assertEquals(value, Numbers.read(written));
    }

    @Test
    void randomNumbersReadBackTheSame() {
        Random random = new Random(20240229);
        for (int i = 0; i < 100_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                String written = Numbers.write(value);
                assertEquals(value, Numbers.read(written));
                assertTrue(written.matches("-?[0-9]+(\\.[0-9]*[1-9])?(e-?[0-9]+)?"), written);
            }
        }
    }

    @Test
    void unknownContentIsCopiedWithItsObject() throws StudyFileException {
        Study study = StudyReader.read(Corpus.read("pass/canonical-unknown-content.isoflop"), null).study();
        assertEquals(Samples.write(study), Samples.write(EcoreUtil.copy(study)));
        assertTrue(study.getModels().get(0).getUnknown().contains("12345678901234567890123"));
        LanguageModel moved = EcoreUtil.copy(study.getModels().get(0));
        Study other = Samples.empty("other");
        other.getModels().add(moved);
        assertTrue(Samples.write(other).contains("\"sizes\": [1.50, 2E3, -0, 12345678901234567890123]"));
    }

    @Test
    void aQuantityIsPlainOnlyWhenItIsNothingButAValue() throws StudyFileException {
        Study study = Samples.empty("study");
        LanguageModel model = IsoflopFactory.eINSTANCE.createLanguageModel();
        model.setId("m");
        study.getModels().add(model);
        Quantity quantity = IsoflopFactory.eINSTANCE.createQuantity();
        model.setParameters(quantity);
        assertTrue(Samples.write(study).contains("\"parameters\": {}"));
        quantity.setValue(7e9);
        assertTrue(Samples.write(study).contains("\"parameters\": 7000000000\n"));
        quantity.setUnknown("{\"x\": 1}");
        String object = "\"parameters\": {\n        \"value\": 7000000000,\n        \"x\": 1\n      }";
        assertTrue(Samples.write(study).contains(object));
    }

    @Test
    void whatAFileCannotSayIsRefused() {
        Study study = Samples.empty("study");
        Chart chart = IsoflopFactory.eINSTANCE.createChart();
        study.getCharts().add(chart);
        chart.getBudgets().add(Double.NaN);
        assertEquals("E_NOT_FINITE", refusal(study));
        chart.getBudgets().set(0, Double.POSITIVE_INFINITY);
        assertEquals("E_NOT_FINITE", refusal(study));
        chart.getBudgets().clear();
        chart.getModels().add(IsoflopFactory.eINSTANCE.createLanguageModel());
        assertEquals("E_UNSAVABLE_REFERENCE", refusal(study));
        study.getModels().add(chart.getModels().get(0));
        assertEquals("E_UNSAVABLE_REFERENCE", refusal(study));
        study.getModels().get(0).setId("study");
        assertEquals("E_UNSAVABLE_REFERENCE", refusal(study));
        study.getModels().get(0).setId("m");
        for (String damaged : List.of("", "{", "[]", "7", "{\"a\": 1, \"a\": 2}")) {
            study.setUnknown(damaged);
            assertEquals("E_UNKNOWN_CONTENT", refusal(study));
        }
    }

    private static String refusal(Study study) {
        return assertThrows(StudyFileException.class, () -> StudyWriter.write(study)).code();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\ud800", "\u0000", "\uffff"})
    void textsThatCannotBeReadBackAreNotSaved(String words) {
        Study study = Samples.empty("study");
        study.setName(Text.of(Map.of("en", words)));
        assertEquals("E_NOT_READABLE_BACK",
                assertThrows(StudyFileException.class, () -> StudyFile.checked(study)).code());
    }

    @Test
    void unknownContentCannotHideAKnownKey() {
        Study study = Samples.empty("study");
        study.setUnknown("{\"id\": \"other\"}");
        assertThrows(StudyFileException.class, () -> StudyFile.checked(study));
    }

    @Test
    void anIncompleteStudyIsNotSaved() {
        ReadResult result = Samples.read(Samples.head() + ", \"name\": 1}");
        assertFalse(result.isComplete());
        assertEquals("E_INCOMPLETE",
                assertThrows(StudyFileException.class, () -> StudyFile.checked(result.study())).code());
    }
}
