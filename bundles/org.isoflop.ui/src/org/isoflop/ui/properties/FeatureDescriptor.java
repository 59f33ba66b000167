package org.isoflop.ui.properties;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ComboBoxCellEditor;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.views.properties.PropertyDescriptor;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.QuantityFormatException;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.annotation.Features;
import org.isoflop.ui.Messages;
import org.isoflop.ui.edit.Names;
import org.isoflop.ui.edit.RefusedException;
import org.isoflop.ui.form.Units;

/** One feature in the properties: its label, its help, its group, how it is shown and how it is edited. */
final class FeatureDescriptor extends PropertyDescriptor {

    private final StudySource source;
    private final EStructuralFeature feature;

    FeatureDescriptor(StudySource source, EStructuralFeature feature) {
        super(feature, Names.label(feature));
        this.source = source;
        this.feature = feature;
        Locale locale = Locale.getDefault();
        String help = Features.help(feature, locale);
        setDescription(Features.unit(feature) == null ? help
                : Messages.text("properties.help.unit", help, Features.unit(feature)));
        String group = Features.group(feature);
        setCategory(group == null ? null : Features.groupLabel(group, locale));
        setAlwaysIncompatible(true);
        setLabelProvider(new Labels());
    }

    private boolean isChoice() {
        return !feature.isMany() && (StudySource.isChosen(feature)
                || feature instanceof EReference reference && !reference.isContainment());
    }

    private boolean isQuantity() {
        return feature instanceof EReference reference && reference.getEReferenceType() == Literals.QUANTITY;
    }

    @Override
    public CellEditor createPropertyEditor(Composite parent) {
        if (!source.host().isEditable()) {
            return null;
        }
        if (isChoice()) {
            return new ComboBoxCellEditor(parent, Stream.concat(Stream.of(Messages.text("properties.none")),
                    source.choices(feature).stream().map(StudySource::name)).toArray(String[]::new), SWT.READ_ONLY);
        }
        if (feature instanceof EReference reference && !reference.isContainment()) {
            return new ReferencesCell(parent, source, reference);
        }
        if (isQuantity() || feature instanceof EAttribute) {
            TextCellEditor editor = new TextCellEditor(parent);
            editor.setValidator(value -> refusal(String.valueOf(value)));
            return editor;
        }
        return null;
    }

    /** Why a text cannot be taken, or null. */
    private String refusal(String text) {
        try {
            if (!isQuantity()) {
                source.read(feature, text);
            } else if (!text.isBlank()) {
                Cells.number(text, Units.of(source.object(), feature), Features.domain(feature), getDisplayName());
            }
            return null;
        } catch (RefusedException e) {
            return e.getMessage();
        }
    }

    private final class Labels extends LabelProvider {

        @Override
        public String getText(Object value) {
            return switch (value) {
                case null -> "";
                case Integer index -> index == 0 ? "" : StudySource.name(source.choices(feature).get(index - 1));
                case List<?> list -> StudySource.name(list);
                case String text when isQuantity() -> number(text, Units.of(source.object(), feature));
                case String text when feature.getEType().getInstanceClass() == Double.class && !feature.isMany() ->
                    number(text, source.unit(feature));
                default -> String.valueOf(value).replaceAll("\\s+", " ");
            };
        }

        private String number(String typed, Unit unit) {
            try {
                return typed.isEmpty() ? ""
                        : Quantities.format(Quantities.parse(typed, unit), unit, Locale.getDefault());
            } catch (QuantityFormatException e) {
                return typed; // It stands there as it was typed.
            }
        }
    }
}
