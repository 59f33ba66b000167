package org.isoflop.ui.form;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ColumnViewer;
import org.eclipse.jface.viewers.ComboBoxCellEditor;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

/** One of a few values in the cell of a table. */
final class ChoiceCell extends EditingSupport {

    private final FieldHost host;
    private final EAttribute feature;
    private final ChoiceField.Choices choices;
    private final ComboBoxCellEditor editor;

    ChoiceCell(ColumnViewer viewer, FieldHost host, EAttribute feature) {
        super(viewer);
        this.host = host;
        this.feature = feature;
        choices = ChoiceField.Choices.of(feature);
        editor = new ComboBoxCellEditor((Composite) viewer.getControl(), choices.labels().toArray(String[]::new),
                SWT.READ_ONLY);
        editor.setActivationStyle(ComboBoxCellEditor.DROP_DOWN_ON_KEY_ACTIVATION
                | ComboBoxCellEditor.DROP_DOWN_ON_MOUSE_ACTIVATION);
    }

    @Override
    protected CellEditor getCellEditor(Object element) {
        return editor;
    }

    @Override
    protected boolean canEdit(Object element) {
        return host.isEditable();
    }

    @Override
    protected Object getValue(Object element) {
        return Math.max(0, choices.values().indexOf(Cells.value((EObject) element, feature)));
    }

    @Override
    protected void setValue(Object element, Object value) {
        int index = (Integer) value;
        if (index >= 0) {
            host.set((EObject) element, feature, choices.values().get(index));
        }
    }
}
