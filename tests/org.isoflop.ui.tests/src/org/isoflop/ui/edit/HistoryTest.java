package org.isoflop.ui.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.EcorePackage;
import org.isoflop.model.Element;
import org.isoflop.model.IsoflopFactory;
import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.Quantity;
import org.isoflop.model.Status;
import org.isoflop.model.Study;
import org.isoflop.model.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any thousand edits, undone, leave the bytes of the beginning, and redone, those of the end. */
class HistoryTest {

    private static final int EDITS = 1000;
    private static final int LARGEST = 900;

    private final Opened opened = Opened.example();
    private final Edits edits = opened.edits();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void undoesAndRedoesAThousandRandomEdits(long seed) throws RefusedException {
        Random random = new Random(seed);
        List<String> states = new ArrayList<>(List.of(opened.text()));
        int made = 0;
        while (made < EDITS) {
            var last = opened.editing().stack().getUndoCommand();
            edit(random);
            if (opened.editing().stack().getUndoCommand() != last) {
                made++;
                assertTrue(!opened.undoLabel().isBlank());
            }
            if (made % 100 == 0) {
                states.add(opened.text());
            }
        }
        String end = opened.text();
        int undone = 0;
        while (opened.editing().stack().canUndo()) {
            opened.undo();
            undone++;
        }
        assertEquals(EDITS, undone);
        assertEquals(states.getFirst(), opened.text());
        while (opened.editing().stack().canRedo()) {
            opened.redo();
        }
        assertEquals(end, opened.text());
        assertTrue(states.stream().distinct().count() > EDITS / 100);
    }

    private void edit(Random random) throws RefusedException {
        List<EObject> objects = new ArrayList<>(List.of(opened.study()));
        opened.study().eAllContents().forEachRemaining(objects::add);
        EObject object = objects.get(random.nextInt(objects.size()));
        switch (random.nextInt(objects.size() > LARGEST ? 9 : 12)) {
            case 0, 1, 2, 3 -> set(object, random);
            case 4 -> drag(object, random);
            case 5, 6 -> edits.move(object, random.nextInt(7) - 3);
            case 7 -> edits.delete(List.of(object)).run();
            case 8 -> edits.delete(List.of(object, objects.get(random.nextInt(objects.size())))).run();
            case 9 -> {
                if (Edits.isListed(object) && small(object)) {
                    edits.duplicate(object);
                }
            }
            case 10 -> add(object, random);
            default -> {
                if (object != opened.study() && !(object instanceof Quantity) && small(object)) {
                    Fragment.read(Fragment.of(opened.study(), List.of(object)).text()).paste(edits,
                            object.eContainer());
                }
            }
        }
    }

    private static boolean small(EObject object) {
        int[] size = {0};
        object.eAllContents().forEachRemaining(content -> size[0]++);
        return size[0] < 60;
    }

    private void set(EObject object, Random random) {
        List<EStructuralFeature> features = object.eClass().getEAllStructuralFeatures();
        EStructuralFeature feature = features.get(random.nextInt(features.size()));
        if (feature == Literals.EXTENSIBLE__UNKNOWN || feature == Literals.ELEMENT__ID) {
            return;
        }
        if (feature instanceof EAttribute attribute) {
            edits.set(object, attribute, random.nextInt(4) == 0 ? null : value(attribute, random));
        } else if (((EReference) feature).getEReferenceType() == Literals.QUANTITY) {
            edits.setQuantity(object, (EReference) feature, random.nextInt(3) == 0 ? null : quantity(random));
        } else if (!((EReference) feature).isContainment()) {
            List<EObject> targets = opened.study().eContents().stream()
                    .filter(((EReference) feature).getEReferenceType()::isInstance).map(EObject.class::cast).toList();
            EObject target = targets.isEmpty() ? null : targets.get(random.nextInt(targets.size()));
            edits.set(object, feature, feature.isMany() ? target == null ? List.of() : List.of(target) : target);
        }
    }

    private Quantity quantity(Random random) {
        Quantity quantity = IsoflopFactory.eINSTANCE.createQuantity();
        quantity.setValue(random.nextDouble() * 1e12);
        if (random.nextBoolean()) {
            quantity.setStatus(Status.VALUES.get(random.nextInt(Status.VALUES.size())));
        }
        if (random.nextBoolean()) {
            quantity.setLow(random.nextDouble());
            quantity.setNote(Text.of("note " + random.nextInt()));
        }
        if (random.nextBoolean() && !opened.study().getSources().isEmpty()) {
            quantity.setSource(opened.study().getSources().getFirst());
        }
        return quantity;
    }

    private static Object value(EAttribute attribute, Random random) {
        if (attribute.isMany()) {
            return List.of(random.nextDouble(), 1e20, random.nextDouble());
        }
        if (attribute.getEAttributeType() instanceof EEnum choices) {
            return choices.getELiterals().get(random.nextInt(choices.getELiterals().size())).getInstance();
        }
        if (attribute.getEAttributeType() == Literals.TEXT) {
            return Text.of("text " + random.nextInt(100));
        }
        if (attribute.getEAttributeType() == EcorePackage.Literals.ESTRING) {
            return "string " + random.nextInt(100);
        }
        if (attribute.getEAttributeType() == EcorePackage.Literals.EBOOLEAN_OBJECT) {
            return random.nextBoolean();
        }
        return attribute.getEAttributeType() == EcorePackage.Literals.EINTEGER_OBJECT ? (Object) random.nextInt(3000)
                : (Object) random.nextDouble();
    }

    private void drag(EObject object, Random random) {
        List<EReference> quantities = object.eClass().getEAllContainments().stream()
                .filter(reference -> reference.getEReferenceType() == Literals.QUANTITY).toList();
        if (!quantities.isEmpty()) {
            Edits.Slide slide = edits.slide(object, quantities.get(random.nextInt(quantities.size())));
            for (int i = random.nextInt(5); i >= 0; i--) {
                slide.to(random.nextInt(1000));
            }
            slide.end();
        }
    }

    private void add(EObject object, Random random) {
        List<EReference> places = object.eClass().getEAllContainments().stream()
                .filter(reference -> reference.getEReferenceType() != Literals.QUANTITY).toList();
        if (!places.isEmpty() && !(object instanceof Element && !(object instanceof Study) && !small(object))) {
            EReference place = places.get(random.nextInt(places.size()));
            List<EClass> types = IsoflopPackage.eINSTANCE.getEClassifiers().stream().filter(EClass.class::isInstance)
                    .map(EClass.class::cast)
                    .filter(type -> !type.isAbstract() && place.getEReferenceType().isSuperTypeOf(type)).toList();
            edits.add(object, place, types.get(random.nextInt(types.size())));
        }
    }
}
