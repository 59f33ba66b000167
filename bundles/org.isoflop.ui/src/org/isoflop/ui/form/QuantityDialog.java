package org.isoflop.ui.form;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TrayDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.model.IsoflopFactory;
import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.Quantity;
import org.isoflop.model.Study;
import org.isoflop.model.annotation.Features;
import org.isoflop.ui.Ids;
import org.isoflop.ui.Messages;

/** Edits a whole quantity at once: value, interval, status, source and note. */
final class QuantityDialog extends TrayDialog {

    private static final int WIDTH = 76;
    private static final int HELP_LINES = 3;

    private final FieldHost host;
    private final String label;
    private final EReference feature;
    private final Unit unit;
    private final Quantity draft;
    private List<Field> fields = List.of();
    private Label help;

    QuantityDialog(Shell shell, FieldHost host, String label, Quantity present, EReference feature, Unit unit) {
        super(shell);
        this.host = host;
        this.label = label;
        this.feature = feature;
        this.unit = unit;
        draft = present == null ? IsoflopFactory.eINSTANCE.createQuantity() : EcoreUtil.copy(present);
        setShellStyle(getShellStyle() | SWT.RESIZE);
        setHelpAvailable(false);
    }

    /** The quantity as it was left, detached; null if it says nothing. */
    Quantity result() {
        return draft.eClass().getEAllStructuralFeatures().stream().anyMatch(draft::eIsSet) ? draft : null;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.text("quantity.title", label));
        shell.setData(Ids.STYLE_CLASS_KEY, Ids.STYLE_CLASS);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Composite grid = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).hint(EntryField.width(area, WIDTH), SWT.DEFAULT).applyTo(grid);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(ObjectForm.GAP, ObjectForm.GAP / 2).applyTo(grid);
        Draft place = new Draft();
        fields = Fields.of(place, IsoflopPackage.Literals.QUANTITY);
        fields.forEach(field -> field.create(grid));
        help = new Label(area, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false)
                .hint(EntryField.width(area, WIDTH), help.computeSize(SWT.DEFAULT, SWT.DEFAULT).y * HELP_LINES)
                .applyTo(help);
        fields.forEach(field -> field.bind(draft));
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.text("button.apply"), true);
        createButton(parent, IDialogConstants.CANCEL_ID, Messages.text("button.cancel"), false);
    }

    @Override
    protected void okPressed() {
        fields.forEach(Field::commit);
        Field refused = fields.stream().filter(field -> field.refusal() != null).findFirst().orElse(null);
        if (refused == null) {
            super.okPressed();
        } else {
            refused.focus(draft);
        }
    }

    List<Field> fields() {
        return fields;
    }

    Button apply() {
        return getButton(IDialogConstants.OK_ID);
    }

    /** The fields of the dialog write to a draft outside the study. */
    private final class Draft implements FieldHost {

        @Override
        public Study study() {
            return host.study();
        }

        @Override
        public boolean isEditable() {
            return true;
        }

        @Override
        public Marks marks() {
            return Marks.NONE;
        }

        @Override
        public Unit unit(EObject owner, EStructuralFeature part) {
            return part == IsoflopPackage.Literals.QUANTITY__LEVEL ? Unit.ONE : unit;
        }

        @Override
        public EStructuralFeature domain(EStructuralFeature part) {
            return part == IsoflopPackage.Literals.QUANTITY__LEVEL ? part : feature;
        }

        @Override
        public void set(EObject owner, EStructuralFeature part, Object value) {
            if (value == null || "".equals(value)) {
                owner.eUnset(part);
            } else {
                owner.eSet(part, value);
            }
            fields.forEach(Field::update);
        }

        @Override
        public void reveal(EObject object, EStructuralFeature part) {
            host.reveal(object, part);
        }

        @Override
        public void help(String text) {
            if (help != null) {
                help.setText(Objects.toString(text, Features.help(feature, Locale.getDefault())).replace("&", "&&"));
            }
        }

        @Override
        public void typing() {
            if (apply() != null) {
                apply().setEnabled(fields.stream().allMatch(field -> field.refusal() == null));
            }
        }

        @Override
        public void adapt(Control control) {
            // Dialogs have the look of the platform.
        }
    }
}
