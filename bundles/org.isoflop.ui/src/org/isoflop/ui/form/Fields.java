package org.isoflop.ui.form;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.annotation.Features;

/** Chooses the field of a feature by its type. */
final class Fields {

    private static final IsoflopPackage MODEL = IsoflopPackage.eINSTANCE;

    private Fields() {
    }

    /** One field for each feature of a class that people see, in the order of the model. */
    static List<Field> of(FieldHost host, EClass type) {
        List<Field> fields = new ArrayList<>();
        for (EStructuralFeature feature : type.getEAllStructuralFeatures()) {
            if (Features.isInternal(feature)) {
                continue;
            }
            if (isPart(feature)) {
                EReference via = (EReference) feature;
                via.getEReferenceType().getEAllStructuralFeatures().stream()
                        .filter(inner -> !Features.isInternal(inner))
                        .forEach(inner -> fields.add(field(host, via, inner)));
            } else {
                fields.add(field(host, null, feature));
            }
        }
        return fields;
    }

    /** Whether a feature holds one object whose features stand in the form of its owner. */
    private static boolean isPart(EStructuralFeature feature) {
        return feature instanceof EReference reference && reference.isContainment() && !reference.isMany()
                && reference.getEReferenceType() != MODEL.getQuantity() && !ObjectForm.hasForms(reference);
    }

    private static Field field(FieldHost host, EReference via, EStructuralFeature feature) {
        return switch (feature) {
            case EReference reference when reference.getEReferenceType() == MODEL.getQuantity() ->
                new QuantityField(host, via, reference);
            case EReference reference when ObjectForm.hasForms(reference) -> new ChildrenField((FormHost) host,
                    reference);
            case EReference reference when reference.isContainment() -> new TableField((FormHost) host, via, reference);
            case EReference reference when reference.isMany() -> new ReferencesField(host, via, reference);
            case EReference reference -> new ReferenceField(host, via, reference);
            case EAttribute attribute -> attribute(host, via, attribute);
            default -> throw new IllegalArgumentException(feature.toString());
        };
    }

    private static Field attribute(FieldHost host, EReference via, EAttribute attribute) {
        EClassifier type = attribute.getEAttributeType();
        if (type == MODEL.getText()) {
            return new LanguagesField(host, via, attribute, attribute != MODEL.getElement_Name());
        }
        if (type instanceof EEnum || type.getInstanceClass() == Boolean.class) {
            return new ChoiceField(host, via, attribute);
        }
        EntryField field = new EntryField(host, via, attribute, false);
        return field.typedAs(Formats.of(host, attribute, field::owner));
    }
}
