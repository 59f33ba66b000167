package org.isoflop.ui.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.model.Quantity;
import org.isoflop.model.annotation.Features;
import org.isoflop.ui.Messages;
import org.isoflop.ui.edit.Names;

/** A quantity in a few words: what its value means, and its interval, status and source. */
final class QuantityText {

    private QuantityText() {
    }

    static String describe(String value, Quantity quantity, Unit unit) {
        List<String> parts = new ArrayList<>();
        if (!value.isEmpty()) {
            parts.add(value);
        }
        if (quantity != null) {
            if (quantity.getLow() != null || quantity.getHigh() != null) {
                parts.add(Messages.text("quantity.interval", bound(quantity.getLow(), unit),
                        bound(quantity.getHigh(), unit)));
            }
            if (quantity.isSetStatus()) {
                parts.add(Features.valueLabel(quantity.getStatus(), Locale.getDefault()));
            }
            if (quantity.getSource() != null) {
                parts.add(Names.of(quantity.getSource()));
            }
        }
        return String.join(" · ", parts);
    }

    /** The short form, for cells: the value as people write it and its interval. */
    static String brief(Quantity quantity, Unit unit) {
        if (quantity == null) {
            return "";
        }
        String value = quantity.getValue() == null ? "?"
                : Quantities.format(quantity.getValue(), unit, Locale.getDefault());
        return quantity.getLow() == null && quantity.getHigh() == null ? value
                : value + "  [" + Messages.text("quantity.interval", bound(quantity.getLow(), unit),
                        bound(quantity.getHigh(), unit)) + "]";
    }

    private static String bound(Double bound, Unit unit) {
        return bound == null ? "?" : Quantities.format(bound, unit, Locale.getDefault());
    }
}
