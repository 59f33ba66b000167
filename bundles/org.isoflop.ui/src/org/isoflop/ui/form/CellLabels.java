package org.isoflop.ui.form;

import java.util.List;
import java.util.Locale;

import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.swt.graphics.Image;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.model.Quantity;
import org.isoflop.model.Text;
import org.isoflop.model.annotation.Features;
import org.isoflop.model.validate.Finding;
import org.isoflop.model.validate.Severity;
import org.isoflop.ui.edit.Names;

/** The text of one feature in the rows of a table, with a mark where something was found. */
final class CellLabels extends ColumnLabelProvider {

    private final FieldHost host;
    private final EStructuralFeature feature;

    CellLabels(FieldHost host, EStructuralFeature feature) {
        this.host = host;
        this.feature = feature;
    }

    @Override
    public String getText(Object element) {
        EObject row = (EObject) element;
        Object value = row.eIsSet(feature) ? row.eGet(feature) : null;
        Locale locale = Locale.getDefault();
        return switch (value) {
            case null -> "";
            case Quantity quantity -> QuantityText.brief(quantity, host.unit(row, feature));
            case Double number -> Quantities.format(number, host.unit(row, feature), locale);
            case Enumerator literal -> Features.valueLabel(literal, locale);
            case Text text -> text.get(locale);
            case EObject target -> Names.of(target);
            default -> value.toString();
        };
    }

    @Override
    public Image getImage(Object element) {
        Severity worst = Marks.worst(host.marks().at((EObject) element, feature));
        return worst == null ? null : FieldDecorationRegistry.getDefault().getFieldDecoration(switch (worst) {
            case ERROR -> FieldDecorationRegistry.DEC_ERROR;
            case WARNING -> FieldDecorationRegistry.DEC_WARNING;
            case INFO -> FieldDecorationRegistry.DEC_INFORMATION;
        }).getImage();
    }

    @Override
    public String getToolTipText(Object element) {
        EObject row = (EObject) element;
        List<Finding> findings = host.marks().at(row, feature);
        if (!findings.isEmpty()) {
            return Marks.sentences(findings);
        }
        return row.eGet(feature) instanceof Quantity quantity
                ? QuantityText.describe(QuantityText.brief(quantity, host.unit(row, feature)), quantity,
                        host.unit(row, feature))
                : Features.help(feature, Locale.getDefault());
    }
}
