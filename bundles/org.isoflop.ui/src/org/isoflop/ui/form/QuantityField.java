package org.isoflop.ui.form;

import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.isoflop.model.IsoflopFactory;
import org.isoflop.model.Quantity;
import org.isoflop.ui.Messages;

/** The value of a quantity, with its interval, status and source beside it and one gesture away. */
final class QuantityField extends EntryField {

    private Button details;

    QuantityField(FieldHost host, EReference via, EReference feature) {
        super(host, via, feature, false);
        typedAs(new NumberFormat(feature, this::unit));
    }

    private Quantity quantity() {
        return (Quantity) value();
    }

    @Override
    Object current() {
        return quantity() == null ? null : quantity().getValue();
    }

    @Override
    void write(Object value) {
        if (value == null) {
            set(null);
            return;
        }
        Quantity changed = quantity() == null ? IsoflopFactory.eINSTANCE.createQuantity()
                : EcoreUtil.copy(quantity());
        changed.setValue((Double) value);
        set(changed);
    }

    @Override
    String echo(Object value) {
        return QuantityText.describe(super.echo(value), quantity(), unit());
    }

    @Override
    int moreControls() {
        return 1;
    }

    @Override
    void createMore(Composite row) {
        details = part(new Button(row, SWT.PUSH), Messages.text("quantity.details", labelText()));
        details.setText("…");
        details.setToolTipText(Messages.text("quantity.details.tip"));
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).applyTo(details);
        details.addListener(SWT.Selection, event -> editWhole());
        EditQuantityHandler.offer(focusControl(), this::editWhole);
        EditQuantityHandler.offer(details, this::editWhole);
    }

    @Override
    void refresh() {
        super.refresh();
        details.setEnabled(host().isEditable() && parent() != null);
    }

    /** Edits value, interval, status, source and note together. */
    private void editWhole() {
        if (host().isEditable() && parent() != null) {
            commit();
            QuantityDialog dialog = new QuantityDialog(focusControl().getShell(), host(), labelText(), quantity(),
                    (EReference) feature(), unit());
            if (dialog.open() == Window.OK) {
                set(dialog.result());
            }
        }
    }
}
