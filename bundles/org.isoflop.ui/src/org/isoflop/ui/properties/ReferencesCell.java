package org.isoflop.ui.properties;

import java.util.List;

import org.eclipse.emf.ecore.EReference;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.DialogCellEditor;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.dialogs.ListSelectionDialog;
import org.isoflop.ui.Messages;
import org.isoflop.ui.edit.Names;

/** Edits a list of references by a list with check boxes. */
final class ReferencesCell extends DialogCellEditor {

    private final StudySource source;
    private final EReference reference;

    ReferencesCell(Composite parent, StudySource source, EReference reference) {
        super(parent);
        this.source = source;
        this.reference = reference;
    }

    @Override
    protected Object openDialogBox(Control control) {
        ListSelectionDialog dialog = ListSelectionDialog.of(source.choices(reference))
                .contentProvider(ArrayContentProvider.getInstance()).labelProvider(LabelProvider
                        .createTextProvider(StudySource::name))
                .title(Names.label(reference)).message(Messages.text("properties.choose", Names.label(reference)))
                .preselect(((List<?>) getValue()).toArray()).create(control.getShell());
        return dialog.open() == Window.OK ? List.of(dialog.getResult()) : null;
    }

    @Override
    protected void updateContents(Object value) {
        if (getDefaultLabel() != null) {
            getDefaultLabel().setText(value == null ? "" : StudySource.name(value));
        }
    }
}
