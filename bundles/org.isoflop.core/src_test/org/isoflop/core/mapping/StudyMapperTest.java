package org.isoflop.core.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.isoflop.model.Element;
import org.isoflop.model.IsoflopFactory;
import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.Study;
import org.isoflop.model.Text;
import org.junit.jupiter.api.Test;

/** Every feature of the model is read into the records, or annotated as descriptive: no number is lost on the way. */
class StudyMapperTest {

    /** Sizes that are all equal go together in any architecture. */
    private static final int SIZE = 8;
    /** Sizes that are those of another feature where they are left out. */
    private static final Set<EAttribute> FOLLOWING = Set.of(IsoflopPackage.Literals.ARCHITECTURE__EMBEDDING_SIZE,
            IsoflopPackage.Literals.ATTENTION__KEY_VALUE_HEADS,
            IsoflopPackage.Literals.MIXTURE_OF_EXPERTS__SHARED_SIZE);
    private static final String ANNOTATION = "http://isoflop.org/annotation";

    @Test
    void everyFeatureArrives() {
        Study full = full();
        StudyData before = StudyMapper.map(full);
        assertEquals(before, StudyMapper.map(EcoreUtil.copy(full)));
        List<String> lost = new ArrayList<>();
        int seen = 0;
        for (EClassifier classifier : IsoflopPackage.eINSTANCE.getEClassifiers()) {
            if (classifier instanceof EClass type && !type.isAbstract()) {
                for (EStructuralFeature feature : type.getEAllStructuralFeatures()) {
                    seen++;
                    if (!isMarked(feature, "descriptive") && !isMarked(feature, "internal")
                            && !arrives(type, feature)) {
                        lost.add(type.getName() + "." + feature.getName());
                    }
                }
            }
        }
        assertEquals(List.of(), lost);
        assertTrue(seen > 150, "features: " + seen);
    }

    @Test
    void pathsNameThePlace() {
        Study study = full();
        StudyData data = StudyMapper.map(study);
        assertEquals(study.getModels().getFirst().getId() + ".training.tokens",
                data.models().getFirst().tokens().path());
    }

    @Test
    void anIllFormedLawKeepsItsReason() {
        Study study = IsoflopFactory.eINSTANCE.createStudy();
        var law = IsoflopFactory.eINSTANCE.createScalingLaw();
        law.setId("bad");
        law.setForm("chinchilla");
        study.getLaws().add(law);
        var data = StudyMapper.map(study).laws().getFirst();
        assertEquals(null, data.law());
        assertNotEquals(null, data.problem());
    }

    private static boolean isMarked(EStructuralFeature feature, String key) {
        return "true".equals(EcoreUtil.getAnnotation(feature, ANNOTATION, key));
    }

    /** Takes the value of the feature away from the first object of the class and looks whether the records notice. */
    private static boolean arrives(EClass type, EStructuralFeature feature) {
        Study study = full();
        EObject object = find(study, type);
        StudyData before = StudyMapper.map(study);
        if (feature.isMany()) {
            ((List<?>) object.eGet(feature)).clear();
        } else {
            object.eUnset(feature);
        }
        return !Objects.equals(before, StudyMapper.map(study));
    }

    private static EObject find(Study study, EClass type) {
        if (type.isInstance(study)) {
            return study;
        }
        var all = study.eAllContents();
        while (all.hasNext()) {
            EObject object = all.next();
            if (object.eClass() == type) {
                return object;
            }
        }
        throw new AssertionError("No " + type.getName() + " in the study");
    }

    /** A study in which every feature of every class has a value. */
    private static Study full() {
        Study study = IsoflopFactory.eINSTANCE.createStudy();
        fill(study, new int[1], 0);
        var all = new ArrayList<EObject>();
        study.eAllContents().forEachRemaining(all::add);
        all.add(study);
        for (EObject object : all) {
            for (EReference reference : object.eClass().getEAllReferences()) {
                if (!reference.isContainment()) {
                    EObject target = find(study, reference.getEReferenceType());
                    if (reference.isMany()) {
                        @SuppressWarnings("unchecked")
                        List<EObject> list = (List<EObject>) object.eGet(reference);
                        list.add(target);
                    } else {
                        object.eSet(reference, target);
                    }
                }
            }
        }
        return study;
    }

    private static void fill(EObject object, int[] count, int variant) {
        for (EAttribute attribute : object.eClass().getEAllAttributes()) {
            Object value = value(attribute, count[0]++);
            object.eSet(attribute, attribute.isMany() ? List.of(value) : value);
        }
        for (EReference reference : object.eClass().getEAllContainments()) {
            List<EObject> children = new ArrayList<>();
            for (int i = 0; i < (reference.isMany() ? variants(reference.getEReferenceType()) : 1); i++) {
                List<EClass> types = types(reference.getEReferenceType());
                EObject child = IsoflopFactory.eINSTANCE.create(types.get((variant + i) % types.size()));
                fill(child, count, i);
                children.add(child);
            }
            object.eSet(reference, reference.isMany() ? children : children.getFirst());
        }
        if (object instanceof Element element) {
            element.setId("id-" + count[0]++);
        }
    }

    /** The classes that may stand where a class is asked for. */
    private static List<EClass> types(EClass asked) {
        return IsoflopPackage.eINSTANCE.getEClassifiers().stream().filter(EClass.class::isInstance)
                .map(EClass.class::cast).filter(type -> !type.isAbstract() && asked.isSuperTypeOf(type)).toList();
    }

    /** How many objects show every class that they may be of, or may hold. */
    private static int variants(EClass type) {
        return type.getEAllContainments().stream().filter(part -> !part.isMany())
                .mapToInt(part -> types(part.getEReferenceType()).size()).reduce(types(type).size(), Math::max);
    }

    private static Object value(EAttribute attribute, int number) {
        if (attribute.getEAttributeType() instanceof EEnum type) {
            Enumerator literal = type.getELiterals().getLast().getInstance();
            return literal;
        }
        Class<?> type = attribute.getEAttributeType().getInstanceClass();
        if (type == String.class) {
            return "text " + number;
        }
        if (type == Text.class) {
            return Text.of("text " + number);
        }
        if (type == Boolean.class) {
            return attribute != IsoflopPackage.Literals.ARCHITECTURE__FINAL_NORM;
        }
        return type == Integer.class ? (Object) (FOLLOWING.contains(attribute) ? SIZE / 2 : SIZE) : (Object) (number
                + 1.0);
    }
}
