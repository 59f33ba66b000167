package org.isoflop.ui.form;

import java.util.Locale;

import org.eclipse.emf.ecore.EStructuralFeature;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.model.annotation.Features;
import org.isoflop.ui.Messages;

/** A whole number, such as a year. */
final class IntegerFormat implements Format {

    private final EStructuralFeature feature;

    IntegerFormat(EStructuralFeature feature) {
        this.feature = feature;
    }

    @Override
    public String show(Object value) {
        return value == null ? "" : value.toString();
    }

    @Override
    public Object read(String text) throws Refusal {
        int value;
        try {
            value = Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new Refusal(
                    Messages.text("form.integer", text.strip(), Features.label(feature, Locale.getDefault())));
        }
        NumberFormat.check(feature, value, Unit.ONE);
        return value;
    }

    @Override
    public String echo(Object value) {
        return "";
    }
}
