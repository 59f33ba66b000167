package org.isoflop.model.annotation;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EModelElement;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.ENamedElement;
import org.eclipse.emf.ecore.util.EcoreUtil;

import org.isoflop.model.IsoflopPackage;

/**
 * What the .ecore says about its classes and features beyond their types: labels, help, units, domains, groups. English
 * stands in the .ecore, other languages in {@code model_<language>.properties}.
 */
public final class Features {

    private static final String SOURCE = "http://isoflop.org/annotation";
    private static final Map<String, Optional<ResourceBundle>> TRANSLATIONS = new ConcurrentHashMap<>();

    private Features() {
    }

    /**
     * The name of a class, feature, enumeration or literal for people.
     *
     * @param element a class, feature, enumeration or literal of the .ecore
     * @param locale the reader's language
     * @return the label
     */
    public static String label(ENamedElement element, Locale locale) {
        return translated(key(element) + ".label", annotation(element, "label"), locale);
    }

    /**
     * The name of a value of an enumeration for people.
     *
     * @param value a value such as {@code Status.MEASURED}
     * @param locale the reader's language
     * @return the label
     */
    public static String valueLabel(Enumerator value, Locale locale) {
        EEnum type = (EEnum) IsoflopPackage.eINSTANCE.getEClassifier(value.getClass().getSimpleName());
        return label(type.getEEnumLiteral(value.getName()), locale);
    }

    /**
     * What a class, feature, enumeration or literal is, in one or two sentences.
     *
     * @param element a class, feature, enumeration or literal of the .ecore
     * @param locale the reader's language
     * @return the help
     */
    public static String help(ENamedElement element, Locale locale) {
        return translated(key(element) + ".help", EcoreUtil.getDocumentation(element), locale);
    }

    /**
     * The unit of a feature's numbers.
     *
     * @param feature a feature
     * @return the id of a unit such as {@code FLOP/s}, or null if the feature has none
     */
    public static String unit(EStructuralFeature feature) {
        return annotation(feature, "unit");
    }

    /**
     * The numbers that a feature may have, or that the value of its quantity may have.
     *
     * @param feature a feature
     * @return the domain, without bounds if the .ecore names none
     */
    public static Domain domain(EStructuralFeature feature) {
        return new Domain(number(feature, "minimum"), number(feature, "exclusiveMinimum"), number(feature, "maximum"),
                number(feature, "exclusiveMaximum"));
    }

    /**
     * The group of a feature in a form.
     *
     * @param feature a feature
     * @return the group's name, or null if the feature stands in none
     */
    public static String group(EStructuralFeature feature) {
        return annotation(feature, "group");
    }

    /**
     * The name of a group for people.
     *
     * @param group a group's name
     * @param locale the reader's language
     * @return the label
     */
    public static String groupLabel(String group, Locale locale) {
        return translated("group." + group, group, locale);
    }

    /**
     * Tells whether a feature must be given.
     *
     * @param feature a feature
     * @return true if a study without it is wrong
     */
    public static boolean isRequired(EStructuralFeature feature) {
        return flag(feature, "required");
    }

    /**
     * Tells whether a feature is words about the study that no calculation reads.
     *
     * @param feature a feature
     * @return true if results do not depend on it
     */
    public static boolean isDescriptive(EStructuralFeature feature) {
        return flag(feature, "descriptive");
    }

    /**
     * Tells whether a feature is bookkeeping that forms and files do not show under its name.
     *
     * @param feature a feature
     * @return true if it is internal
     */
    public static boolean isInternal(EStructuralFeature feature) {
        return flag(feature, "internal");
    }

    /**
     * Tells whether a feature is a date: a year, a year and month, or a full date.
     *
     * @param feature a feature
     * @return true if it is a date
     */
    public static boolean isDate(EStructuralFeature feature) {
        return "date".equals(annotation(feature, "format"));
    }

    /**
     * The regular expression that a feature's text must match as a whole.
     *
     * @param feature a feature
     * @return the expression, or null if any text may stand
     */
    public static String pattern(EStructuralFeature feature) {
        return annotation(feature, "pattern");
    }

    private static String key(ENamedElement element) {
        return switch (element) {
            case EStructuralFeature feature -> feature.getEContainingClass().getName() + "." + feature.getName();
            case EEnumLiteral literal -> literal.getEEnum().getName() + "." + literal.getName();
            case EClassifier classifier -> classifier.getName();
            default -> throw new IllegalArgumentException("Neither class, feature nor literal: " + element);
        };
    }

    private static String translated(String key, String english, Locale locale) {
        return TRANSLATIONS.computeIfAbsent(locale.getLanguage(), Features::translations)
                .filter(bundle -> bundle.containsKey(key)).map(bundle -> bundle.getString(key)).orElse(english);
    }

    private static Optional<ResourceBundle> translations(String language) {
        String name = "/org/isoflop/model/model_" + language + ".properties";
        try (InputStream stream = IsoflopPackage.class.getResourceAsStream(name)) {
            if (stream == null) {
                return Optional.empty();
            }
            return Optional.of(new PropertyResourceBundle(new InputStreamReader(stream, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String annotation(EModelElement element, String key) {
        return EcoreUtil.getAnnotation(element, SOURCE, key);
    }

    private static boolean flag(EStructuralFeature feature, String key) {
        return Boolean.parseBoolean(annotation(feature, key));
    }

    private static Double number(EStructuralFeature feature, String key) {
        String number = annotation(feature, key);
        return number == null ? null : Double.valueOf(number);
    }
}
