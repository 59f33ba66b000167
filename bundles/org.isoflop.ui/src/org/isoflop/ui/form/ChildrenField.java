package org.isoflop.ui.form;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Link;
import org.isoflop.ui.Messages;
import org.isoflop.ui.edit.Names;

/** How many objects with forms of their own a feature holds, with a link that goes there, and their names. */
final class ChildrenField extends Field {

    private Link link;
    private CLabel names;

    ChildrenField(FormHost host, EReference feature) {
        super(host, null, feature);
    }

    private List<?> children() {
        Object held = parent() == null ? null : parent().eGet(feature());
        return held instanceof List<?> list ? list : held == null ? List.of() : List.of(held);
    }

    @Override
    Control createControl(Composite grid) {
        Composite row = new Composite(grid, SWT.NONE);
        host().adapt(row);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(ObjectForm.GAP, 0).applyTo(row);
        link = part(new Link(row, SWT.NONE), labelText());
        link.addListener(SWT.Selection, event -> host()
                .reveal(children().isEmpty() ? parent() : (EObject) children().getFirst(),
                        children().isEmpty() ? feature() : null));
        GridDataFactory.fillDefaults().hint(EntryField.width(link, 5), SWT.DEFAULT).align(SWT.FILL, SWT.CENTER)
                .applyTo(link);
        names = new CLabel(row, SWT.NONE);
        host().adapt(names);
        GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER)
                .applyTo(names);
        return row;
    }

    @Override
    Link focusControl() {
        return link;
    }

    @Override
    void refresh() {
        String count = Messages.text("children.link", children().size());
        if (!count.equals(link.getText())) {
            link.setText(count);
        }
        String joined = children().stream().map(child -> Names.of((EObject) child))
                .collect(Collectors.joining(", "));
        if (!joined.equals(names.getText())) {
            names.setText(joined);
            names.setToolTipText(joined.isEmpty() ? null : joined);
        }
    }

    @Override
    boolean shows(EObject object, EStructuralFeature wanted) {
        return object == parent() && wanted == feature();
    }
}
