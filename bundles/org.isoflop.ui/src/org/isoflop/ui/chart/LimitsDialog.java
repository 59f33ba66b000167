package org.isoflop.ui.chart;

import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.isoflop.analysis.plot.Axis;
import org.isoflop.analysis.plot.AxisId;
import org.isoflop.analysis.plot.Scale;
import org.isoflop.ui.Messages;

/** Asks for the limits and the scale of both axes of a chart. */
public final class LimitsDialog extends TitleAreaDialog {

    private static final int FIELD_WIDTH = 160;
    private static final int SHOW_ALL = IDialogConstants.CLIENT_ID;

    private final ChartControl chart;
    private Fields x;
    private Fields y;

    /**
     * Creates the dialog.
     *
     * @param shell
     *            the window
     * @param chart
     *            a chart that shows a plot
     */
    public LimitsDialog(Shell shell, ChartControl chart) {
        super(shell);
        this.chart = chart;
        setShellStyle(getShellStyle() | SWT.RESIZE);
        setHelpAvailable(false);
    }

    /** The fields of one axis. */
    private final class Fields {

        private final Axis axis;
        private final Combo scale;
        private final Text low;
        private final Text high;

        Fields(Composite parent, AxisId id) {
            axis = chart.shown().axis(id);
            Group group = new Group(parent, SWT.NONE);
            group.setText(axis.title());
            GridDataFactory.fillDefaults().grab(true, false).applyTo(group);
            GridLayoutFactory.fillDefaults().numColumns(2).margins(8, 8).applyTo(group);
            label(group, "chart.limits.scale");
            scale = new Combo(group, SWT.READ_ONLY | SWT.DROP_DOWN);
            scale.setItems(Messages.text("chart.limits.linear"), Messages.text("chart.limits.log"),
                    Messages.text("chart.limits.log2"));
            scale.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> check()));
            label(group, "chart.limits.low");
            low = field(group);
            label(group, "chart.limits.high");
            high = field(group);
            fill(LimitsInput.of(axis));
        }

        private void label(Composite parent, String key) {
            new Label(parent, SWT.NONE).setText(Messages.text(key));
        }

        private Text field(Composite parent) {
            Text field = new Text(parent, SWT.BORDER | SWT.SINGLE);
            GridDataFactory.fillDefaults().grab(true, false).hint(FIELD_WIDTH, SWT.DEFAULT).applyTo(field);
            field.addModifyListener(event -> check());
            return field;
        }

        void fill(LimitsInput input) {
            scale.select(input.scale().ordinal());
            low.setText(input.low());
            high.setText(input.high());
        }

        LimitsInput input() {
            return new LimitsInput(axis, Scale.values()[scale.getSelectionIndex()], low.getText(), high.getText());
        }
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.text("chart.limits.title"));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        GridLayoutFactory.fillDefaults().margins(12, 12).spacing(0, 12).applyTo(area);
        setTitle(Messages.text("chart.limits.title"));
        setMessage(Messages.text("chart.limits.hint"));
        x = new Fields(area, AxisId.X);
        y = new Fields(area, AxisId.Y);
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, SHOW_ALL, Messages.text("chart.limits.all"), false);
        super.createButtonsForButtonBar(parent);
    }

    @Override
    protected void buttonPressed(int button) {
        if (button == SHOW_ALL) {
            x.fill(whole(AxisId.X));
            y.fill(whole(AxisId.Y));
        } else {
            super.buttonPressed(button);
        }
    }

    private LimitsInput whole(AxisId id) {
        return LimitsInput.of(chart.plot().axis(id));
    }

    /** Types into the fields of an axis. */
    void type(AxisId id, Scale scale, String low, String high) {
        Fields fields = id == AxisId.X ? x : y;
        fields.fill(new LimitsInput(fields.axis, scale, low, high));
        check();
    }

    private void check() {
        if (x == null || y == null) {
            return;
        }
        String refusal = Stream.of(x.input(), y.input()).map(LimitsInput::refusal).filter(Objects::nonNull).findFirst()
                .orElse(null);
        setErrorMessage(refusal);
        getButton(IDialogConstants.OK_ID).setEnabled(refusal == null);
    }

    @Override
    protected void okPressed() {
        chart.setLimits(x.input().limits(), y.input().limits());
        super.okPressed();
    }
}
