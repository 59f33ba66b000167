package org.isoflop.core.study;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.isoflop.analysis.Localised;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.QuantityFormatException;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.CoreException;
import org.isoflop.model.Element;
import org.isoflop.model.Ids;
import org.isoflop.model.IsoflopFactory;
import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.Paths;
import org.isoflop.model.Quantity;
import org.isoflop.model.Status;
import org.isoflop.model.Study;
import org.isoflop.model.Text;
import org.isoflop.model.annotation.Features;

/**
 * A change of one value of a study by {@code PATH=VALUE}: the path as {@link Paths} writes it, the value as people
 * write it. An empty value takes out what is there.
 *
 * @param path
 *            {@code id.feature[.feature]}
 * @param value
 *            the new value, possibly empty
 */
public record Setting(String path, String value) {

    private static final List<String> TRUTHS = List.of("true", "false");

    /**
     * Reads a setting.
     *
     * @param text
     *            {@code PATH=VALUE}
     * @return the setting
     * @throws CoreException
     *             if there is no equals sign, or nothing before it
     */
    public static Setting parse(String text) {
        int sign = text.indexOf('=');
        if (sign < 1 || text.substring(0, sign).isBlank()) {
            throw new CoreException("E_SET_FORM", text);
        }
        return new Setting(text.substring(0, sign).strip(), text.substring(sign + 1).strip());
    }

    /**
     * Changes a study. A number that is set is an assumption: it has no interval and no source.
     *
     * @param study
     *            the study, on the thread that owns it
     * @throws CoreException
     *             if the path names nothing that can be set, or the value is not of its kind; says what was expected
     */
    public void apply(Study study) {
        Paths.Place place = Paths.find(study, path).filter(one -> one.feature() != null)
                .orElseThrow(() -> unknown(study));
        EStructuralFeature feature = place.feature();
        if (feature.isMany() && place.index() < 0) {
            throw new CoreException("E_SET_LIST", path);
        }
        if (value.isEmpty()) {
            remove(place);
            return;
        }
        if (feature instanceof EReference reference && reference.isContainment()) {
            if (reference.getEReferenceType() != IsoflopPackage.Literals.QUANTITY) {
                throw new CoreException("E_SET_WHOLE", path, features(reference.getEReferenceType()));
            }
            quantity(place.object(), reference).setValue(number(reference));
            return;
        }
        put(place, feature instanceof EReference reference
                ? referred(study, reference)
                : attribute(place.object(), (EAttribute) feature));
    }

    private static void remove(Paths.Place place) {
        if (place.index() < 0) {
            place.object().eUnset(place.feature());
        } else {
            ((List<?>) place.object().eGet(place.feature())).remove(place.index());
        }
    }

    private static void put(Paths.Place place, Object value) {
        if (place.index() < 0) {
            place.object().eSet(place.feature(), value);
        } else {
            @SuppressWarnings("unchecked")
            List<Object> list = (List<Object>) place.object().eGet(place.feature());
            list.set(place.index(), value);
        }
    }

    /** Returns the number at a place without what belonged to its former value, made where there is none. */
    private static Quantity quantity(EObject object, EReference reference) {
        Quantity quantity = (Quantity) object.eGet(reference);
        if (quantity == null) {
            quantity = IsoflopFactory.eINSTANCE.createQuantity();
            object.eSet(reference, quantity);
        }
        for (EStructuralFeature feature : quantity.eClass().getEAllStructuralFeatures()) {
            quantity.eUnset(feature);
        }
        quantity.setStatus(Status.ASSUMED);
        return quantity;
    }

    private double number(EStructuralFeature feature) {
        String unit = Features.unit(feature);
        try {
            return Quantities.parse(value, unit == null ? Unit.ONE : Unit.of(unit));
        } catch (QuantityFormatException e) {
            Localised why = e::message;
            throw new CoreException("E_SET_NUMBER", path, why);
        }
    }

    private Object attribute(EObject object, EAttribute attribute) {
        Class<?> type = attribute.getEAttributeType().getInstanceClass();
        if (attribute.getEAttributeType() instanceof EEnum choice) {
            return choice(choice);
        }
        if (type == Double.class || type == double.class) {
            EStructuralFeature unit = object instanceof Quantity && object.eContainingFeature() != null
                    && !attribute.getName().equals("level") ? object.eContainingFeature() : attribute;
            return number(unit);
        }
        if (type == Integer.class || type == int.class) {
            try {
                return Integer.valueOf(value);
            } catch (NumberFormatException e) {
                throw new CoreException("E_SET_INTEGER", path, value);
            }
        }
        if (type == Boolean.class || type == boolean.class) {
            if (!TRUTHS.contains(value)) {
                throw new CoreException("E_SET_TRUTH", path, value);
            }
            return Boolean.valueOf(value);
        }
        if (type == String.class) {
            return value;
        }
        if (type == Text.class) {
            return Text.of(value);
        }
        throw new CoreException("E_SET_KIND", path);
    }

    private Object choice(EEnum choice) {
        EEnumLiteral literal = choice.getEEnumLiteralByLiteral(value);
        if (literal == null) {
            throw new CoreException("E_SET_CHOICE", path, value, choice.getELiterals().stream()
                    .map(EEnumLiteral::getLiteral).collect(Collectors.joining(", ")));
        }
        return literal.getInstance();
    }

    private Element referred(Study study, EReference reference) {
        EClass type = reference.getEReferenceType();
        Element element = Ids.elements(study).get(value);
        if (element == null || !type.isSuperTypeOf(element.eClass())) {
            Localised kind = locale -> Features.label(type, locale);
            throw new CoreException("E_SET_REFERENCE", path, value, kind,
                    Ids.elements(study).entrySet().stream().filter(one -> type.isSuperTypeOf(one.getValue().eClass()))
                            .map(Map.Entry::getKey).collect(Collectors.joining(", ")));
        }
        return element;
    }

    /** Says how far the path leads, and what stands there. */
    private CoreException unknown(Study study) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf('.', end - 1)) {
            String known = path.substring(0, end);
            Paths.Place place = Paths.find(study, known).orElse(null);
            if (place == null) {
                continue;
            }
            if (place.feature() instanceof EReference reference && reference.isContainment()
                    && place.target() == place.object()) {
                return new CoreException("E_SET_ABSENT", path, known);
            }
            String features = features(place.target().eClass());
            return end == path.length()
                    ? new CoreException("E_SET_WHOLE", path, features)
                    : new CoreException("E_SET_PATH", path, known, features);
        }
        return new CoreException("E_SET_ID", path,
                String.join(", ", Ids.elements(study).keySet().stream().sorted().toList()));
    }

    private static String features(EClass type) {
        return type.getEAllStructuralFeatures().stream().filter(feature -> !Features.isInternal(feature))
                .map(EStructuralFeature::getName).sorted(String.CASE_INSENSITIVE_ORDER)
                .collect(Collectors.joining(", "));
    }
}
