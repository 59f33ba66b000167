package org.isoflop.ui.edit;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.isoflop.model.Constant;
import org.isoflop.model.Delivery;
import org.isoflop.model.Element;
import org.isoflop.model.FittedRange;
import org.isoflop.model.LawArgument;
import org.isoflop.model.LayerGroup;
import org.isoflop.model.ObservedLoss;
import org.isoflop.model.Peak;
import org.isoflop.model.Price;
import org.isoflop.model.Quantity;
import org.isoflop.model.Score;
import org.isoflop.model.Source;
import org.isoflop.model.Text;
import org.isoflop.model.annotation.Features;

/** What the objects of a study are called before people, in the language of the workbench. */
public final class Names {

    private static final String SEPARATOR = " · ";

    private Names() {
    }

    /**
     * Names an object.
     *
     * @param object
     *            an object of a study
     * @return its own name, or what tells it from its neighbours, or else the name of its class
     */
    public static String of(EObject object) {
        return Stream.of(own(object)).filter(name -> name != null && !name.isBlank()).findFirst()
                .orElseGet(() -> Features.label(object.eClass(), locale()));
    }

    /**
     * Says which object something belongs to that has no name of its own.
     *
     * @param object
     *            an object of a study
     * @return the name of the nearest element, and the way from there where there is one
     */
    public static String place(EObject object) {
        if (object instanceof Element || object.eContainer() == null) {
            return of(object);
        }
        if (object instanceof Quantity) {
            return place(object.eContainer()) + SEPARATOR + label(object.eContainmentFeature());
        }
        return place(object.eContainer()) + SEPARATOR + of(object);
    }

    /**
     * Names a feature.
     *
     * @param feature
     *            a feature of the model
     * @return its label
     */
    public static String label(EStructuralFeature feature) {
        return Features.label(feature, locale());
    }

    private static String[] own(EObject object) {
        return switch (object) {
            case Source source -> new String[] {text(source.getName()), citation(source), source.getId()};
            case Element element -> new String[] {text(element.getName()), element.getId()};
            case Score score -> new String[] {score.getBenchmark()};
            case Delivery delivery -> new String[] {delivery.getDate()};
            case LawArgument input -> new String[] {input.getSymbol()};
            case Constant constant -> new String[] {constant.getSymbol()};
            case Peak peak -> new String[] {peak.getPrecision()};
            case ObservedLoss observed -> new String[] {observed.getCorpus()};
            case FittedRange range -> new String[] {
                range.isSetVariable() ? Features.valueLabel(range.getVariable(), locale()) : null};
            case LayerGroup layers when layers.getCount() != null && layers.getMixer() != null -> new String[] {
                layers.getCount() + " × " + Stream.of(layers.getMixer(), layers.getFeedForward())
                        .filter(Objects::nonNull).map(part -> Features.label(part.eClass(), locale()))
                        .collect(Collectors.joining(" + "))};
            case Price price -> new String[] {Stream.of(price.getDate(), price.getProvider()).filter(Objects::nonNull)
                    .collect(Collectors.joining(SEPARATOR))};
            case Quantity quantity when quantity.eContainmentFeature() != null -> new String[] {
                label(quantity.eContainmentFeature())};
            default -> numbered(object);
        };
    }

    // Two sources of one paper differ in the place that they cite.
    private static String citation(Source source) {
        return source.getLocator() == null || source.getCitation() == null ? source.getCitation()
                : source.getCitation() + SEPARATOR + source.getLocator();
    }

    private static String[] numbered(EObject object) {
        EStructuralFeature feature = object.eContainmentFeature();
        if (feature == null) {
            return new String[0];
        }
        String label = Features.label(object.eClass(), locale());
        List<?> siblings = feature.isMany() ? ((List<?>) object.eContainer().eGet(feature)).stream()
                .filter(sibling -> ((EObject) sibling).eClass() == object.eClass()).toList() : List.of();
        return new String[] {siblings.size() < 2 ? label : label + " " + (siblings.indexOf(object) + 1)};
    }

    private static String text(Text text) {
        return text == null ? null : text.get(locale());
    }

    private static Locale locale() {
        return Locale.getDefault();
    }
}
