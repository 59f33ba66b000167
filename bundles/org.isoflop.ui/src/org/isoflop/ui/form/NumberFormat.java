package org.isoflop.ui.form;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.emf.ecore.EStructuralFeature;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.QuantityFormatException;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.model.annotation.Domain;
import org.isoflop.model.annotation.Features;
import org.isoflop.ui.Messages;

/** A number with its unit, typed as people write it: {@code 7B}, {@code 80 GiB}. */
final class NumberFormat implements Format {

    private static final Pattern START = Pattern.compile("([$+-]?[0-9][0-9 .\\u00a0\\u202f]*(?:[eE][+-]?[0-9]+)?)(.*)");

    private final EStructuralFeature feature;
    private final Supplier<Unit> unit;

    NumberFormat(EStructuralFeature feature, Supplier<Unit> unit) {
        this.feature = feature;
        this.unit = unit;
    }

    @Override
    public String show(Object value) {
        return value == null ? "" : Quantities.write((Double) value, unit.get());
    }

    @Override
    public Object read(String text) throws Refusal {
        double value;
        try {
            value = Quantities.parse(text, unit.get());
        } catch (QuantityFormatException e) {
            throw new Refusal(e);
        }
        check(feature, value, unit.get());
        return value;
    }

    /** Refuses numbers that the feature cannot have. */
    static void check(EStructuralFeature feature, double value, Unit unit) throws Refusal {
        Domain domain = Features.domain(feature);
        if (domain.contains(value)) {
            return;
        }
        Locale locale = Locale.getDefault();
        String label = Features.label(feature, locale);
        if (domain.maximum() != null && value > domain.maximum()) {
            throw new Refusal(
                    Messages.text("form.atMost", label, Quantities.format(domain.maximum(), unit, locale)));
        }
        if (domain.exclusiveMaximum() != null && value >= domain.exclusiveMaximum()) {
            throw new Refusal(
                    Messages.text("form.below", label, Quantities.format(domain.exclusiveMaximum(), unit, locale)));
        }
        throw new Refusal(domain.exclusiveMinimum() != null
                ? Messages.text("form.above", label, Quantities.format(domain.exclusiveMinimum(), unit, locale))
                : Messages.text("form.atLeast", label, Quantities.format(domain.minimum(), unit, locale)));
    }

    @Override
    public String echo(Object value) {
        return value == null ? "" : Quantities.spelledOut((Double) value, unit.get(), Locale.getDefault());
    }

    @Override
    public List<String> completions(String typed) {
        Matcher matcher = START.matcher(typed.stripLeading());
        if (!matcher.matches()) {
            return List.of();
        }
        String number = matcher.group(1).strip();
        String start = matcher.group(2).strip();
        return Quantities.suffixes(unit.get()).stream()
                .filter(suffix -> suffix.strip().regionMatches(true, 0, start, 0, start.length()))
                .map(suffix -> number + suffix).filter(text -> !text.equals(typed.strip()) && isRead(text)).toList();
    }

    private boolean isRead(String text) {
        try {
            read(text);
            return true;
        } catch (Refusal e) {
            return false; // Nobody is offered what is refused.
        }
    }
}
