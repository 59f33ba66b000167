package org.isoflop.ui.catalog;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.isoflop.core.catalog.EntryTable.Column;
import org.isoflop.ui.Messages;

/** Asks which columns a table of the catalog shows. */
final class ColumnsDialog extends TitleAreaDialog {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 320;

    private final List<Column> columns;
    private final List<String> usual;
    private List<String> chosen;
    private CheckboxTableViewer viewer;

    /** The columns there are, those that are shown, and those that are shown usually. */
    ColumnsDialog(Shell parent, List<Column> columns, List<String> shown, List<String> usual) {
        super(parent);
        this.columns = columns;
        this.chosen = shown;
        this.usual = usual;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    /** The ids of the columns that the user wants. */
    List<String> chosen() {
        return chosen;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.text("catalog.columns.title"));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Composite fields = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().extendedMargins(12, 12, 12, 12).applyTo(fields);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(fields);
        viewer = CheckboxTableViewer.newCheckList(fields, SWT.BORDER | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(viewer.getControl());
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.setLabelProvider(new LabelProvider() {
            @Override
            public String getText(Object element) {
                return ((Column) element).label();
            }
        });
        viewer.setInput(columns);
        check(chosen);
        viewer.addCheckStateListener(event -> enable());
        setTitle(Messages.text("catalog.columns.title"));
        setMessage(Messages.text("catalog.columns.message"));
        Dialog.applyDialogFont(area);
        return area;
    }

    private void check(List<String> ids) {
        columns.forEach(column -> viewer.setChecked(column, ids.contains(column.id())));
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.RETRY_ID, Messages.text("catalog.columns.usual"), false);
        super.createButtonsForButtonBar(parent);
    }

    @Override
    protected void buttonPressed(int button) {
        if (button == IDialogConstants.RETRY_ID) {
            check(usual);
            enable();
        } else {
            super.buttonPressed(button);
        }
    }

    private void enable() {
        getButton(IDialogConstants.OK_ID).setEnabled(viewer.getCheckedElements().length > 0);
    }

    @Override
    protected void okPressed() {
        List<String> ids = new ArrayList<>();
        for (Object element : viewer.getCheckedElements()) {
            ids.add(((Column) element).id());
        }
        chosen = List.copyOf(ids);
        super.okPressed();
    }
}
