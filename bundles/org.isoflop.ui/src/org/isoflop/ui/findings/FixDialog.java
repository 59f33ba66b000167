package org.isoflop.ui.findings;

import java.util.List;
import java.util.Locale;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.isoflop.model.validate.Finding;
import org.isoflop.ui.Messages;
import org.isoflop.ui.fix.Fixes.Offer;

/** Shows what can mend a finding and what each way would change, and lets the user choose one. */
final class FixDialog extends Dialog {

    private static final int WIDTH = 460;
    private static final int INDENT = 22;

    private final Finding finding;
    private final List<Offer> offers;
    private Offer chosen;

    FixDialog(Shell shell, Finding finding, List<Offer> offers) {
        super(shell);
        this.finding = finding;
        this.offers = offers;
        this.chosen = offers.getFirst();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.text("fix.title"));
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Label sentence = wrapped(area, finding.message(Locale.getDefault()), 0);
        sentence.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
        for (Offer offer : offers) {
            Button button = new Button(area, SWT.RADIO);
            button.setText(offer.label().replace("&", "&&"));
            button.setSelection(offer == chosen);
            button.addListener(SWT.Selection, event -> {
                if (button.getSelection()) {
                    chosen = offer;
                }
            });
            GridDataFactory.fillDefaults().indent(0, convertVerticalDLUsToPixels(4)).applyTo(button);
            wrapped(area, offer.explanation(), INDENT);
        }
        return area;
    }

    private static Label wrapped(Composite area, String text, int indent) {
        Label label = new Label(area, SWT.WRAP);
        label.setText(text.replace("&", "&&"));
        GridDataFactory.fillDefaults().grab(true, false).indent(indent, 0).hint(WIDTH - indent, SWT.DEFAULT)
                .applyTo(label);
        return label;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.text("fix.apply"), true);
        createButton(parent, IDialogConstants.CANCEL_ID, Messages.text("button.cancel"), false);
    }

    @Override
    protected Point getInitialSize() {
        return getShell().computeSize(SWT.DEFAULT, SWT.DEFAULT);
    }

    /** The way that was chosen. */
    Offer chosen() {
        return chosen;
    }
}
