package org.isoflop.model.io;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.annotation.Features;

/** How the classes of the .ecore stand in a file. */
final class Schema {

    static final String FORMAT_KEY = "format";
    static final String FORMAT = "isoflop";
    static final String VERSION_KEY = "version";
    static final int VERSION = 1;
    static final String TYPE_KEY = "type";

    private Schema() {
    }

    /** The features that a file holds, in its order. */
    static List<EStructuralFeature> features(EClass type) {
        return type.getEAllStructuralFeatures().stream().filter(feature -> !Features.isInternal(feature)).toList();
    }

    /** The feature behind a key, or null. */
    static EStructuralFeature feature(EClass type, String key) {
        EStructuralFeature feature = type.getEStructuralFeature(key);
        return feature == null || Features.isInternal(feature) ? null : feature;
    }

    /** Whether the file must say which class an object has. */
    static boolean isPolymorphic(EReference reference) {
        return reference.getEReferenceType().isAbstract();
    }

    /** Whether a file names the class of an object, because others may stand in its place. */
    static boolean isNamed(EClass type) {
        return type.getESuperTypes().stream().anyMatch(parent -> parent.isAbstract()
                && parent != IsoflopPackage.Literals.EXTENSIBLE && parent != IsoflopPackage.Literals.ELEMENT);
    }

    /** The class behind the value of {@code type}, or null if it names none that may stand here. */
    static EClass type(EReference reference, String name) {
        EClassifier classifier = IsoflopPackage.eINSTANCE.getEClassifier(name);
        return classifier instanceof EClass type && !type.isAbstract()
                && reference.getEReferenceType().isSuperTypeOf(type) ? type : null;
    }

    /** The classes that may stand in a reference, in the order of the .ecore. */
    static List<EClass> types(EReference reference) {
        List<EClass> types = new ArrayList<>();
        for (EClassifier classifier : IsoflopPackage.eINSTANCE.getEClassifiers()) {
            if (classifier instanceof EClass type && type(reference, type.getName()) != null) {
                types.add(type);
            }
        }
        return types;
    }

    static boolean isQuantity(EClass type) {
        return type == IsoflopPackage.Literals.QUANTITY;
    }
}
