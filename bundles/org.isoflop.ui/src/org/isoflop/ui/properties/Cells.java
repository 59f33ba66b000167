package org.isoflop.ui.properties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EcorePackage;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.QuantityFormatException;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.model.Element;
import org.isoflop.model.Ids;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.Study;
import org.isoflop.model.Text;
import org.isoflop.model.annotation.Domain;
import org.isoflop.model.annotation.Features;
import org.isoflop.ui.Messages;
import org.isoflop.ui.edit.Names;
import org.isoflop.ui.edit.RefusedException;
import org.isoflop.ui.form.Units;

/** Values as they are typed into a cell, and as they are shown in it. */
final class Cells {

    private static final String LIST = "; ";

    private Cells() {
    }

    /** A number as it is typed: as people write it where that says it whole, else to the last digit. */
    static String typed(double value, Unit unit) {
        String written = Quantities.format(value, unit, Locale.ENGLISH);
        try {
            if (!written.contains(",") && Quantities.parse(written, unit) == value) {
                return written;
            }
        } catch (QuantityFormatException e) {
            return Quantities.exact(value); // It was written for reading only.
        }
        return Quantities.exact(value);
    }

    /** The text of an attribute in its cell. */
    static String typed(EObject owner, EAttribute attribute) {
        Object value = owner != null && owner.eIsSet(attribute) ? owner.eGet(attribute) : null;
        return switch (value) {
            case null -> "";
            case List<?> list -> list.stream().map(number -> typed((Double) number, Units.of(owner, attribute)))
                    .collect(Collectors.joining(LIST));
            case Double number -> typed(number, Units.of(owner, attribute));
            case Text text -> text.get(Locale.getDefault());
            default -> String.valueOf(value);
        };
    }

    /** Reads what was typed for an attribute. */
    static Object read(Study study, EObject owner, EAttribute attribute, Unit unit, Domain domain, String typed)
            throws RefusedException {
        String text = typed.strip();
        String label = Names.label(attribute);
        if (text.isEmpty()) {
            if (Features.isRequired(attribute)) {
                throw new RefusedException(Messages.text("properties.required", label));
            }
            return null;
        }
        if (attribute.getEAttributeType() == Literals.TEXT) {
            return text((Text) owner.eGet(attribute), typed);
        }
        if (attribute.isMany()) {
            List<Object> numbers = new ArrayList<>();
            for (String part : Arrays.asList(text.split(";"))) {
                if (!part.isBlank()) {
                    numbers.add(number(part, unit, domain, label));
                }
            }
            return numbers;
        }
        if (attribute.getEAttributeType() == EcorePackage.Literals.EDOUBLE_OBJECT) {
            return number(text, unit, domain, label);
        }
        if (attribute.getEAttributeType() == EcorePackage.Literals.EINTEGER_OBJECT) {
            try {
                return (int) checked(Integer.parseInt(text), Unit.ONE, domain, label);
            } catch (NumberFormatException e) {
                throw new RefusedException(Messages.text("properties.integer", text));
            }
        }
        return string(study, owner, attribute, text);
    }

    private static String string(Study study, EObject owner, EAttribute attribute, String text)
            throws RefusedException {
        String pattern = Features.pattern(attribute);
        if (Features.isDate(attribute)) {
            if (!text.matches(pattern)) {
                throw new RefusedException(Messages.text("properties.date", text));
            }
        } else if (attribute == Literals.ELEMENT__ID) {
            if (!text.matches(pattern)) {
                throw new RefusedException(Messages.text("properties.id", text));
            }
            Element other = Ids.elements(study).get(text);
            if (other != null && other != owner) {
                throw new RefusedException(Messages.text("properties.idTaken", text, Names.of(other)));
            }
        }
        return text;
    }

    /** The text in the language that is shown becomes another one; the other languages stay. */
    private static Text text(Text present, String typed) {
        if (present == null || present.isSingle()) {
            return Text.of(typed);
        }
        Map<String, String> languages = new LinkedHashMap<>(present.languages());
        String shown = present.get(Locale.getDefault());
        languages.entrySet().stream()
                .sorted((left, right) -> Integer.compare(rank(left.getKey()), rank(right.getKey())))
                .filter(entry -> entry.getValue().equals(shown)).findFirst()
                .ifPresent(entry -> languages.put(entry.getKey(), typed));
        return Text.of(languages);
    }

    private static int rank(String language) {
        Locale locale = Locale.getDefault();
        return language.equals(locale.toLanguageTag()) ? 0 : language.equals(locale.getLanguage()) ? 1 : 2;
    }

    static double number(String text, Unit unit, Domain domain, String label) throws RefusedException {
        try {
            return checked(Quantities.parse(text, unit), unit, domain, label);
        } catch (QuantityFormatException e) {
            throw new RefusedException(e.message(Locale.getDefault()));
        }
    }

    private static double checked(double value, Unit unit, Domain domain, String label) throws RefusedException {
        if (domain.exclusiveMinimum() != null && value <= domain.exclusiveMinimum()) {
            throw new RefusedException(
                    Messages.text("properties.above", label, shown(domain.exclusiveMinimum(), unit)));
        }
        if (domain.minimum() != null && value < domain.minimum()) {
            throw new RefusedException(Messages.text("properties.atLeast", label, shown(domain.minimum(), unit)));
        }
        if (domain.maximum() != null && value > domain.maximum()) {
            throw new RefusedException(Messages.text("properties.atMost", label, shown(domain.maximum(), unit)));
        }
        if (domain.exclusiveMaximum() != null && value >= domain.exclusiveMaximum()) {
            throw new RefusedException(
                    Messages.text("properties.below", label, shown(domain.exclusiveMaximum(), unit)));
        }
        return value;
    }

    private static String shown(double value, Unit unit) {
        return Quantities.format(value, unit, Locale.getDefault());
    }
}
