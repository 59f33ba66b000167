package org.isoflop.ui.chart.slider;

import java.util.Optional;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.isoflop.analysis.plot.Limits;
import org.isoflop.analysis.plot.Scale;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.QuantityFormatException;
import org.isoflop.core.chart.SliderRange;
import org.isoflop.ui.Messages;

/** Asks from where to where a slider moves, and how. */
final class RangeDialog extends TitleAreaDialog {

    private final StudyQuantity quantity;
    private final SliderRange before;
    private Text low;
    private Text high;
    private Button logarithmic;
    private SliderRange range;

    RangeDialog(Shell parent, StudyQuantity quantity, SliderRange range) {
        super(parent);
        this.quantity = quantity;
        this.before = range;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    Optional<SliderRange> ask() {
        return open() == OK ? Optional.ofNullable(range) : Optional.empty();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.text("slider.range.title"));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Composite fields = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).extendedMargins(12, 12, 12, 12).applyTo(fields);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(fields);
        low = field(fields, "slider.range.low", before.low());
        high = field(fields, "slider.range.high", before.high());
        logarithmic = new Button(fields, SWT.CHECK);
        logarithmic.setText(Messages.text("slider.range.log"));
        logarithmic.setSelection(before.scale() == Scale.LOG);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(logarithmic);
        logarithmic.addListener(SWT.Selection, event -> check());
        setTitle(quantity.title());
        setMessage(Messages.text("slider.range.message", quantity.text()));
        Dialog.applyDialogFont(area);
        return area;
    }

    private Text field(Composite parent, String key, double value) {
        new Label(parent, SWT.NONE).setText(Messages.text(key));
        Text text = new Text(parent, SWT.BORDER);
        text.setText(Quantities.exact(value));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        text.addListener(SWT.Modify, event -> check());
        return text;
    }

    private void check() {
        String problem = null;
        range = null;
        try {
            double from = quantity.parse(low.getText());
            double to = quantity.parse(high.getText());
            Scale scale = logarithmic.getSelection() ? Scale.LOG : Scale.LINEAR;
            if (Limits.areShown(scale, from, to)) {
                range = new SliderRange(scale, from, to);
            } else {
                problem = Messages.text(from < to ? "slider.range.notPositive" : "slider.range.order");
            }
        } catch (QuantityFormatException e) {
            problem = e.getLocalizedMessage();
        }
        setErrorMessage(problem);
        getButton(IDialogConstants.OK_ID).setEnabled(range != null);
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        super.createButtonsForButtonBar(parent);
        check();
    }
}
