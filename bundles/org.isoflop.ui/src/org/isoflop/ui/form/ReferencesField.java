package org.isoflop.ui.form;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.isoflop.ui.edit.Names;

/** Any number of elements of the study, each with a box to tick. */
final class ReferencesField extends Field {

    private static final int ROWS = 6;

    private Table table;

    ReferencesField(FieldHost host, EReference via, EReference feature) {
        super(host, via, feature);
    }

    @Override
    boolean isTall() {
        return true;
    }

    @Override
    Control createControl(Composite grid) {
        Composite row = new Composite(grid, SWT.NONE);
        host().adapt(row);
        GridLayoutFactory.fillDefaults().applyTo(row);
        table = part(new Table(row, SWT.CHECK | SWT.BORDER | SWT.V_SCROLL | SWT.SINGLE), labelText());
        GridDataFactory.fillDefaults().grab(true, false)
                .hint(EntryField.width(table, 16), table.getItemHeight() * ROWS).applyTo(table);
        table.addListener(SWT.Selection, event -> {
            if (event.detail == SWT.CHECK) {
                tick((TableItem) event.item);
            }
        });
        table.addListener(SWT.DefaultSelection, event -> host().reveal((EObject) event.item.getData(), null));
        return row;
    }

    private void tick(TableItem item) {
        if (!host().isEditable()) {
            refresh();
            return;
        }
        EObject target = (EObject) item.getData();
        List<Object> chosen = new ArrayList<>(chosen());
        chosen.remove(target);
        if (item.getChecked()) {
            chosen.add(target);
        }
        set(List.copyOf(chosen));
    }

    private List<?> chosen() {
        return value() instanceof List<?> list ? list : List.of();
    }

    @Override
    Table focusControl() {
        return table;
    }

    @Override
    void refresh() {
        List<EObject> targets = parent() == null ? List.of()
                : ReferenceField.targets(host().study(), ((EReference) feature()).getEReferenceType());
        while (table.getItemCount() > targets.size()) {
            table.getItem(table.getItemCount() - 1).dispose();
        }
        List<?> chosen = chosen();
        for (int i = 0; i < targets.size(); i++) {
            TableItem item = i < table.getItemCount() ? table.getItem(i) : new TableItem(table, SWT.NONE);
            item.setData(targets.get(i));
            item.setText(Names.of(targets.get(i)));
            item.setChecked(chosen.contains(targets.get(i)));
        }
        Composite row = table.getParent();
        int height = table.getItemHeight() * Math.clamp(targets.size(), 1, ROWS) + 2 * table.getBorderWidth();
        if (height != ((GridData) table.getLayoutData()).heightHint) {
            ((GridData) table.getLayoutData()).heightHint = height;
            ObjectForm.reflow(row);
        }
        table.setEnabled(host().isEditable() || !targets.isEmpty());
    }
}
