package org.isoflop.ui.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySource;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.model.IsoflopFactory;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.Quantity;
import org.isoflop.model.Study;
import org.isoflop.model.annotation.Domain;
import org.isoflop.model.annotation.Features;
import org.isoflop.ui.Messages;
import org.isoflop.ui.edit.Edits;
import org.isoflop.ui.edit.Names;
import org.isoflop.ui.edit.RefusedException;
import org.isoflop.ui.form.ObjectForm;
import org.isoflop.ui.form.Units;

/**
 * The features of one object, or of a quantity or part that one object may hold. A part that is not there shows empty,
 * and is made when one of its features is given a value.
 */
final class StudySource implements IPropertySource {

    private final Host host;
    private final EObject parent;
    private final EReference via;
    private final Supplier<EObject> object;

    /** What the properties belong to. */
    interface Host {

        Study study();

        boolean isEditable();

        Edits edits();
    }

    private StudySource(Host host, EObject parent, EReference via, Supplier<EObject> object) {
        this.host = host;
        this.parent = parent;
        this.via = via;
        this.object = object;
    }

    static StudySource of(Host host, EObject object) {
        return new StudySource(host, null, null, () -> object);
    }

    private StudySource part(EReference reference) {
        EObject owner = object.get();
        return new StudySource(host, owner, reference, () -> (EObject) owner.eGet(reference));
    }

    Host host() {
        return host;
    }

    /** The object; of a part that is not there, an empty one. */
    EObject object() {
        EObject present = object.get();
        return present == null ? EcoreUtil.create(via.getEReferenceType()) : present;
    }

    private boolean isQuantity() {
        return via != null && via.getEReferenceType() == Literals.QUANTITY;
    }

    Unit unit(EStructuralFeature feature) {
        return isQuantity() && feature != Literals.QUANTITY__LEVEL ? Units.of(parent, via)
                : Units.of(object(), feature);
    }

    Domain domain(EStructuralFeature feature) {
        return Features.domain(isQuantity() && feature != Literals.QUANTITY__LEVEL ? via : feature);
    }

    /** A quantity shows its value, which can be typed beside its name. */
    @Override
    public Object getEditableValue() {
        if (!isQuantity()) {
            return "";
        }
        return object.get() instanceof Quantity quantity && quantity.getValue() != null
                ? Cells.typed(quantity.getValue(), unit(Literals.QUANTITY__VALUE))
                : "";
    }

    @Override
    public IPropertyDescriptor[] getPropertyDescriptors() {
        List<IPropertyDescriptor> descriptors = new ArrayList<>();
        EObject owner = object();
        for (EStructuralFeature feature : owner.eClass().getEAllStructuralFeatures()) {
            boolean isList = feature instanceof EReference reference && reference.isContainment() && feature.isMany();
            boolean hasForm = feature instanceof EReference place && ObjectForm.hasForms(place);
            boolean isDeep = feature instanceof EReference reference && reference.isContainment() && via != null
                    && object.get() == null;
            if (!Features.isInternal(feature) && !isList && !hasForm && !isDeep) {
                descriptors.add(new FeatureDescriptor(this, feature));
            }
        }
        return descriptors.toArray(IPropertyDescriptor[]::new);
    }

    @Override
    public Object getPropertyValue(Object id) {
        EObject owner = object();
        return switch ((EStructuralFeature) id) {
            case EReference reference when reference.isContainment() -> part(reference);
            case EReference reference when reference.isMany() -> ((List<?>) owner.eGet(reference)).stream()
                    .map(EObject.class::cast).toList();
            case EReference reference -> choices(reference).indexOf(owner.eGet(reference)) + 1;
            case EAttribute attribute when isChosen(attribute) -> owner.eIsSet(attribute)
                    ? choices(attribute).indexOf(owner.eGet(attribute)) + 1
                    : 0;
            case EAttribute attribute -> Cells.typed(owner, attribute);
            default -> null;
        };
    }

    /** Whether an attribute has a few values to choose from: an enumeration, or yes and no. */
    static boolean isChosen(EStructuralFeature attribute) {
        return attribute.getEType() instanceof EEnum || isTruth(attribute);
    }

    private static boolean isTruth(EStructuralFeature feature) {
        return feature.getEType().getInstanceClass() == Boolean.class;
    }

    /** What an enumeration, a yes or no, or a reference can be set to. */
    List<Object> choices(EStructuralFeature feature) {
        if (feature.getEType() instanceof EEnum choices) {
            return choices.getELiterals().stream().map(EEnumLiteral::getInstance).map(Object.class::cast).toList();
        }
        if (isTruth(feature)) {
            return List.of(true, false);
        }
        return host.study().eContents().stream().filter(feature.getEType()::isInstance).map(Object.class::cast)
                .toList();
    }

    static String name(Object choice) {
        return switch (choice) {
            case Boolean truth -> Messages.text(truth ? "form.yes" : "form.no");
            case Enumerator literal -> Features.valueLabel(literal, Locale.getDefault());
            case EObject element -> Names.of(element);
            case List<?> list -> list.stream().map(StudySource::name).collect(Collectors.joining(", "));
            default -> String.valueOf(choice);
        };
    }

    @Override
    public boolean isPropertySet(Object id) {
        return object.get() != null && object.get().eIsSet((EStructuralFeature) id);
    }

    @Override
    public void resetPropertyValue(Object id) {
        EStructuralFeature feature = (EStructuralFeature) id;
        if (host.isEditable() && !Features.isRequired(feature) && object.get() != null) {
            put(feature, null);
        }
    }

    @Override
    public void setPropertyValue(Object id, Object value) {
        EStructuralFeature feature = (EStructuralFeature) id;
        if (!host.isEditable()) {
            return;
        }
        try {
            switch (feature) {
                case EReference reference when reference.getEReferenceType() == Literals.QUANTITY ->
                    setValue(reference, String.valueOf(value));
                case EReference reference when reference.isContainment() -> {
                    // The features of a part are set one by one.
                }
                default -> put(feature, read(feature, value));
            }
        } catch (RefusedException e) {
            throw new IllegalArgumentException(e.getMessage(), e); // The cell has refused it before.
        }
    }

    Object read(EStructuralFeature feature, Object value) throws RefusedException {
        if (value instanceof Integer index) {
            return index == 0 ? null : choices(feature).get(index - 1);
        }
        return value instanceof String text && feature instanceof EAttribute attribute
                ? Cells.read(host.study(), object(), attribute, unit(feature), domain(feature), text)
                : value;
    }

    private void setValue(EReference reference, String text) throws RefusedException {
        EObject owner = object();
        if (text.isBlank()) {
            if (object.get() != null && owner.eGet(reference) instanceof Quantity quantity
                    && quantity.getValue() != null) {
                host.edits().setQuantity(owner, reference, null);
            }
            return;
        }
        double number = Cells.number(text, Units.of(owner, reference), Features.domain(reference),
                Names.label(reference));
        if (object.get() != null) {
            host.edits().setValue(owner, reference, number);
        } else {
            Quantity quantity = IsoflopFactory.eINSTANCE.createQuantity();
            quantity.setValue(number);
            owner.eSet(reference, quantity);
            host.edits().set(parent, via, owner);
        }
    }

    private void put(EStructuralFeature feature, Object value) {
        EObject owner = object();
        if (object.get() != null) {
            host.edits().set(owner, feature, value);
        } else if (value != null) {
            owner.eSet(feature, value);
            host.edits().set(parent, via, owner);
        }
    }
}
