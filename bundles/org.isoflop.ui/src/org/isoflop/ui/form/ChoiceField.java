package org.isoflop.ui.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.ENamedElement;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.isoflop.model.annotation.Features;
import org.isoflop.ui.Messages;

/** One of a few values, or none: an enumeration, or yes and no. */
final class ChoiceField extends Field {

    private final Choices choices;
    private Combo combo;

    /** The values of an attribute and their names; the first is none. */
    record Choices(List<Object> values, List<String> labels, List<String> help) {

        static Choices of(EAttribute attribute) {
            List<Object> values = new ArrayList<>();
            List<String> labels = new ArrayList<>(List.of(Messages.text("form.notGiven")));
            List<String> help = new ArrayList<>(List.of(""));
            values.add(null);
            if (attribute.getEAttributeType() instanceof EEnum type) {
                for (EEnumLiteral literal : type.getELiterals()) {
                    values.add(literal.getInstance());
                    labels.add(word(literal));
                    help.add(Features.help(literal, Locale.getDefault()));
                }
            } else {
                values.addAll(List.of(true, false));
                labels.addAll(List.of(Messages.text("form.yes"), Messages.text("form.no")));
                help.addAll(List.of("", ""));
            }
            return new Choices(values, labels, help);
        }

        private static String word(ENamedElement literal) {
            return Features.label(literal, Locale.getDefault());
        }
    }

    ChoiceField(FieldHost host, EReference via, EAttribute feature) {
        super(host, via, feature);
        choices = Choices.of(feature);
    }

    @Override
    Control createControl(Composite grid) {
        combo = choices(grid);
        combo.setItems(choices.labels().toArray(String[]::new));
        combo.addListener(SWT.Selection, event -> set(choices.values().get(combo.getSelectionIndex())));
        return combo;
    }

    @Override
    Combo focusControl() {
        return combo;
    }

    @Override
    void refresh() {
        int index = Math.max(0, choices.values().indexOf(value()));
        if (combo.getSelectionIndex() != index) {
            combo.select(index);
        }
        combo.setEnabled(host().isEditable() && parent() != null);
        String meaning = choices.help().get(index);
        combo.setToolTipText(meaning.isEmpty() ? help() : choices.labels().get(index) + "\n" + meaning);
    }
}
