package org.isoflop.ui.form;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.isoflop.ui.Messages;
import org.isoflop.ui.edit.Names;

/** One element of the study by its name, or none, with a button that goes there. */
final class ReferenceField extends Field {

    private List<EObject> targets = List.of();
    private Combo combo;
    private Button open;

    ReferenceField(FieldHost host, EReference via, EReference feature) {
        super(host, via, feature);
    }

    /** The elements of a study that a reference may name, in the order of the study. */
    static List<EObject> targets(EObject study, EClass type) {
        List<EObject> found = new ArrayList<>();
        if (study != null) {
            for (Iterator<EObject> contents = study.eAllContents(); contents.hasNext();) {
                EObject object = contents.next();
                if (type.isSuperTypeOf(object.eClass())) {
                    found.add(object);
                }
            }
        }
        return found;
    }

    @Override
    Control createControl(Composite grid) {
        Composite row = new Composite(grid, SWT.NONE);
        host().adapt(row);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(4, 0).applyTo(row);
        combo = choices(row);
        GridDataFactory.fillDefaults().grab(true, false).hint(EntryField.width(combo, 16), SWT.DEFAULT)
                .applyTo(combo);
        combo.addListener(SWT.Selection, event -> {
            int index = combo.getSelectionIndex();
            set(index == 0 ? null : targets.get(index - 1));
        });
        open = part(new Button(row, SWT.PUSH), Messages.text("reference.open", labelText()));
        open.setText("→");
        open.setToolTipText(Messages.text("reference.tip"));
        open.addListener(SWT.Selection, event -> host().reveal((EObject) value(), null));
        return row;
    }

    @Override
    Combo focusControl() {
        return combo;
    }

    @Override
    void refresh() {
        targets = targets(host().study(), ((EReference) feature()).getEReferenceType());
        String[] items = new String[targets.size() + 1];
        items[0] = Messages.text("form.none");
        for (int i = 0; i < targets.size(); i++) {
            items[i + 1] = Names.of(targets.get(i));
        }
        if (!List.of(items).equals(List.of(combo.getItems()))) {
            combo.setItems(items);
        }
        Object value = value();
        int index = value == null ? 0 : targets.indexOf(value) + 1;
        if (combo.getSelectionIndex() != index) {
            combo.select(index);
        }
        combo.setEnabled(host().isEditable() && parent() != null);
        open.setEnabled(value != null && host() instanceof FormHost);
        open.setVisible(host() instanceof FormHost);
    }
}
