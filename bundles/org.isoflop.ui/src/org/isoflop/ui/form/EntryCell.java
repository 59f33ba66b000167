package org.isoflop.ui.form;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ColumnViewer;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationEvent;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.events.SelectionEvent;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.isoflop.model.IsoflopFactory;
import org.isoflop.model.Quantity;
import org.isoflop.ui.edit.Names;

/** A value that is typed in the cell of a table: a text, a number, or the value of a quantity. */
final class EntryCell extends EditingSupport {

    private final FieldHost host;
    private final EStructuralFeature feature;
    private final Function<EObject, Format> formats;
    private final Consumer<String> say;
    private final Typing editor;
    private EObject row;

    EntryCell(ColumnViewer viewer, FieldHost host, EStructuralFeature feature, Function<EObject, Format> formats,
            Consumer<String> say) {
        super(viewer);
        this.host = host;
        this.feature = feature;
        this.formats = formats;
        this.say = say;
        editor = new Typing((Composite) viewer.getControl());
    }

    private Format format() {
        return formats.apply(row);
    }

    @Override
    protected CellEditor getCellEditor(Object element) {
        row = (EObject) element;
        return editor;
    }

    @Override
    protected boolean canEdit(Object element) {
        return host.isEditable();
    }

    @Override
    protected Object getValue(Object element) {
        row = (EObject) element;
        Object value = Cells.value(row, feature);
        return format().show(value instanceof Quantity quantity ? quantity.getValue() : value);
    }

    @Override
    protected void setValue(Object element, Object typed) {
        row = (EObject) element;
        String text = (String) typed;
        if (text.equals(getValue(element))) {
            return;
        }
        try {
            Object value = text.isBlank() ? null : format().read(text);
            if (value != null && Cells.isQuantity(feature)) {
                Quantity quantity = row.eGet(feature) instanceof Quantity present ? EcoreUtil.copy(present)
                        : IsoflopFactory.eINSTANCE.createQuantity();
                quantity.setValue((Double) value);
                value = quantity;
            }
            host.set(row, feature, value);
        } catch (Refusal e) {
            say.accept(e.getMessage());
        }
    }

    /** The editor in the cell; it stays open while what is typed cannot be read. */
    private final class Typing extends TextCellEditor {

        private final Completion completion;

        Typing(Composite parent) {
            super(parent);
            completion = new Completion(text, new Typed(), this::accepted);
            setValidator(value -> refusal((String) value));
            text.addListener(SWT.Modify, event -> judge());
        }

        private void accepted() {
            if (isActivated()) {
                if (text.isFocusControl()) {
                    fireApplyEditorValue();
                    deactivate();
                } else {
                    super.focusLost();
                }
            }
        }

        private String refusal(String typed) {
            try {
                if (row != null && !typed.isBlank()) {
                    format().read(typed);
                }
                return null;
            } catch (Refusal e) {
                return e.getMessage();
            }
        }

        private void judge() {
            if (isActivated() && row != null) {
                String typed = text.getText();
                String refused = refusal(typed);
                say.accept(refused != null ? refused : new Typed().meaning(typed));
            }
        }

        @Override
        protected Control createControl(Composite parent) {
            Control control = super.createControl(parent);
            control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
                @Override
                public void getName(AccessibleEvent event) {
                    event.result = Names.label(feature);
                }
            });
            return control;
        }

        @Override
        protected void handleDefaultSelection(SelectionEvent event) {
            if (refusal(text.getText()) == null) {
                super.handleDefaultSelection(event);
            }
        }

        @Override
        protected void focusLost() {
            if (!completion.isOpen()) {
                super.focusLost();
            }
        }

        // A double click opens the whole quantity and does not edit in the cell.
        @Override
        protected int getDoubleClickTimeout() {
            return Cells.isQuantity(feature) ? text.getDisplay().getDoubleClickTime() : 0;
        }

        @Override
        public void activate(ColumnViewerEditorActivationEvent event) {
            super.activate(event);
            judge();
        }
    }

    /** The format of the row that is edited. */
    private final class Typed implements Format {

        @Override
        public String show(Object value) {
            return format().show(value);
        }

        @Override
        public Object read(String typed) throws Refusal {
            return format().read(typed);
        }

        @Override
        public String echo(Object value) {
            return format().echo(value);
        }

        @Override
        public List<String> completions(String typed) {
            return row == null ? List.of() : format().completions(typed);
        }

        String meaning(String typed) {
            try {
                return typed.isBlank() ? "" : echo(read(typed));
            } catch (Refusal e) {
                return e.getMessage();
            }
        }
    }
}
