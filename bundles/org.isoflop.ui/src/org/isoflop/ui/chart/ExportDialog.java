package org.isoflop.ui.chart;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.isoflop.analysis.plot.PlotLayout;
import org.isoflop.analysis.plot.Theme;
import org.isoflop.core.chart.Caption;
import org.isoflop.core.chart.PlotFile;
import org.isoflop.core.chart.PlotFile.Format;
import org.isoflop.ui.Messages;

/** Asks how a chart is written: as which kind of file, and for pictures how large and on which background. */
final class ExportDialog extends TitleAreaDialog {

    private static final int LARGEST = 8000;
    private static final int MOST_SCALE = 8;

    private final Point size;
    private Combo format;
    private Combo theme;
    private Spinner width;
    private Spinner height;
    private Spinner scale;
    private Label pixels;
    private Combo caption;
    private PlotFile chosen;
    private Caption.Form chosenCaption;
    private final boolean offersCaption;

    ExportDialog(Shell shell, Point size, boolean offersCaption) {
        super(shell);
        this.size = size;
        this.offersCaption = offersCaption;
        setHelpAvailable(false);
    }

    /** What was chosen, or null if nothing was. */
    PlotFile chosen() {
        return chosen;
    }

    /** How the caption beside the file was chosen to be written, or null for none. */
    Caption.Form caption() {
        return chosenCaption;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.text("chart.export.title"));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(12, 12).applyTo(area);
        setTitle(Messages.text("chart.export.title"));
        setMessage(Messages.text("chart.export.hint"));
        label(area, "chart.export.format");
        format = combo(area, "chart.export.svg", "chart.export.png", "chart.export.csv");
        label(area, "chart.export.theme");
        theme = combo(area, "chart.export.light", "chart.export.dark");
        label(area, "chart.export.width");
        width = spinner(area, size.x, PlotLayout.LEAST_WIDTH, LARGEST);
        label(area, "chart.export.height");
        height = spinner(area, size.y, PlotLayout.LEAST_HEIGHT, LARGEST);
        label(area, "chart.export.scale");
        scale = spinner(area, 2, 1, MOST_SCALE);
        if (offersCaption) {
            label(area, "chart.export.caption");
            caption = combo(area, "chart.export.caption.none", "chart.export.caption.text",
                    "chart.export.caption.markdown");
        }
        pixels = new Label(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(pixels);
        return area;
    }

    private static void label(Composite parent, String key) {
        new Label(parent, SWT.NONE).setText(Messages.text(key));
    }

    private Combo combo(Composite parent, String... keys) {
        Combo combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
        for (String key : keys) {
            combo.add(Messages.text(key));
        }
        combo.select(0);
        combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> check()));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
        return combo;
    }

    private Spinner spinner(Composite parent, int value, int least, int most) {
        Spinner spinner = new Spinner(parent, SWT.BORDER);
        spinner.setValues(value, least, most, 0, 1, 100);
        spinner.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> check()));
        spinner.addModifyListener(event -> check());
        return spinner;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.text("chart.export.save"), true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        check();
    }

    private void check() {
        if (pixels == null || getButton(IDialogConstants.OK_ID) == null) {
            return;
        }
        Format kind = Format.values()[format.getSelectionIndex()];
        boolean picture = kind != Format.CSV;
        theme.setEnabled(picture);
        width.setEnabled(picture);
        height.setEnabled(picture);
        scale.setEnabled(kind == Format.PNG);
        long across = (long) width.getSelection() * scale.getSelection();
        long down = (long) height.getSelection() * scale.getSelection();
        boolean tooLarge = kind == Format.PNG && across * down > PlotFile.MOST_PIXELS;
        pixels.setText(kind == Format.PNG ? Messages.text("chart.export.pixels", across, down) : "");
        setErrorMessage(tooLarge ? Messages.text("chart.export.tooLarge", across, down) : null);
        getButton(IDialogConstants.OK_ID).setEnabled(!tooLarge);
    }

    @Override
    protected void okPressed() {
        chosen = new PlotFile(Format.values()[format.getSelectionIndex()], Theme.values()[theme.getSelectionIndex()],
                width.getSelection(), height.getSelection(), scale.getSelection());
        int form = caption == null ? 0 : caption.getSelectionIndex();
        chosenCaption = form == 0 ? null : Caption.Form.values()[form - 1];
        super.okPressed();
    }
}
