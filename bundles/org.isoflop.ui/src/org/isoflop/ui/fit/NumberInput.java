package org.isoflop.ui.fit;

import java.util.Locale;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.QuantityFormatException;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.ui.Messages;

/** A labelled field for a positive number, typed as people write it: {@code 7B}, {@code 1e21}. */
final class NumberInput {

    private static final int WIDTH = 110;

    private final Label label;
    private final Text text;
    private final Unit unit;
    private final boolean zero;

    /**
     * Creates the field.
     *
     * @param zero
     *            whether 0 is a value too
     */
    NumberInput(Composite parent, String key, Unit unit, String value, boolean zero, Runnable changed) {
        this.unit = unit;
        this.zero = zero;
        label = new Label(parent, SWT.NONE);
        label.setText(Messages.text(key));
        text = new Text(parent, SWT.BORDER | SWT.SINGLE);
        GridDataFactory.swtDefaults().hint(WIDTH, SWT.DEFAULT).applyTo(text);
        text.setText(value);
        text.addListener(SWT.Modify, event -> {
            text.setToolTipText(problem());
            changed.run();
        });
    }

    /** The number, or NaN if it is none. */
    double value() {
        try {
            double value = Quantities.parse(text.getText(), unit);
            return value > 0 || zero && value == 0 ? value : Double.NaN;
        } catch (QuantityFormatException e) {
            return Double.NaN;
        }
    }

    /** Why the text is refused, or null. */
    String problem() {
        try {
            double value = Quantities.parse(text.getText(), unit);
            return value > 0 || zero && value == 0 ? null
                    : Messages.text(zero ? "fit.number.negative" : "fit.number.positive", name());
        } catch (QuantityFormatException e) {
            return Messages.text("fit.number.wrong", name(), e.message(Locale.getDefault()));
        }
    }

    private String name() {
        return label.getText().replace("&", "").replaceAll("[\\s\\u00a0]*:$", "");
    }

    void setText(String value) {
        text.setText(value);
    }

    void setEnabled(boolean enabled) {
        label.setEnabled(enabled);
        text.setEnabled(enabled);
    }

    Text text() {
        return text;
    }
}
