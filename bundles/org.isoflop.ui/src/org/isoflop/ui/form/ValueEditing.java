package org.isoflop.ui.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ColumnViewer;
import org.eclipse.jface.viewers.ComboBoxCellEditor;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.isoflop.model.annotation.Features;
import org.isoflop.ui.Messages;
import org.isoflop.ui.edit.Names;

/** Edits values of different features in the cells of one column, each as its form would. */
public final class ValueEditing extends EditingSupport {

    private final FieldHost host;
    private final Function<Object, Place> places;
    private final Consumer<String> say;
    private final Map<EStructuralFeature, EntryCell> entries = new HashMap<>();
    private final Map<EStructuralFeature, ChoiceCell> choices = new HashMap<>();
    private final ComboBoxCellEditor elements;
    private List<EObject> targets = List.of();

    /**
     * A value of a study.
     *
     * @param owner
     *            the object that has it
     * @param feature
     *            its feature
     */
    public record Place(EObject owner, EStructuralFeature feature) {
    }

    /**
     * Creates the editing of a column.
     *
     * @param viewer
     *            the table or tree
     * @param host
     *            the form around it
     * @param places
     *            the value that a row has in this column, or null if nothing can be edited there
     * @param say
     *            hears what is typed means, or why it means nothing
     */
    public ValueEditing(ColumnViewer viewer, FieldHost host, Function<Object, Place> places, Consumer<String> say) {
        super(viewer);
        this.host = host;
        this.places = places;
        this.say = say;
        elements = new ComboBoxCellEditor((Composite) viewer.getControl(), new String[0], SWT.READ_ONLY);
        elements.setActivationStyle(ComboBoxCellEditor.DROP_DOWN_ON_KEY_ACTIVATION
                | ComboBoxCellEditor.DROP_DOWN_ON_MOUSE_ACTIVATION);
    }

    /**
     * Writes a value as cells show it.
     *
     * @param host
     *            the form around it
     * @param place
     *            where it stands
     * @return the text, empty if there is no value
     */
    public static String text(FieldHost host, Place place) {
        return new CellLabels(host, place.feature()).getText(place.owner());
    }

    /**
     * Explains a value.
     *
     * @param host
     *            the form around it
     * @param place
     *            where it stands
     * @return its findings, or its interval, status and source, or the help of its feature
     */
    public static String help(FieldHost host, Place place) {
        return new CellLabels(host, place.feature()).getToolTipText(place.owner());
    }

    /**
     * Tells whether values of a feature can be edited in a cell.
     *
     * @param feature
     *            a feature of the model
     * @return false for lists and for parts with a form of their own
     */
    public static boolean isEditable(EStructuralFeature feature) {
        return !feature.isMany() && !Features.isInternal(feature)
                && (feature instanceof EAttribute || Cells.isQuantity(feature) || isReference(feature));
    }

    private static boolean isReference(EStructuralFeature feature) {
        return feature instanceof EReference reference && !reference.isContainment();
    }

    private EntryCell entry(EStructuralFeature feature) {
        return entries.computeIfAbsent(feature,
                wanted -> (EntryCell) Cells.editing(getViewer(), host, wanted, say));
    }

    private ChoiceCell choice(EStructuralFeature feature) {
        return choices.computeIfAbsent(feature, wanted -> (ChoiceCell) Cells.editing(getViewer(), host, wanted, say));
    }

    @Override
    protected boolean canEdit(Object element) {
        return host.isEditable() && places.apply(element) != null;
    }

    @Override
    protected CellEditor getCellEditor(Object element) {
        Place place = places.apply(element);
        if (isReference(place.feature())) {
            targets = ReferenceField.targets(host.study(), ((EReference) place.feature()).getEReferenceType());
            List<String> names = new ArrayList<>(List.of(Messages.text("form.none")));
            targets.forEach(target -> names.add(Names.of(target)));
            elements.setItems(names.toArray(String[]::new));
            return elements;
        }
        return Cells.isChoice(place.feature())
                ? choice(place.feature()).getCellEditor(place.owner())
                : entry(place.feature()).getCellEditor(place.owner());
    }

    @Override
    protected Object getValue(Object element) {
        Place place = places.apply(element);
        if (isReference(place.feature())) {
            return targets.indexOf(place.owner().eGet(place.feature())) + 1;
        }
        return Cells.isChoice(place.feature())
                ? choice(place.feature()).getValue(place.owner())
                : entry(place.feature()).getValue(place.owner());
    }

    @Override
    protected void setValue(Object element, Object value) {
        Place place = places.apply(element);
        if (place == null) {
            return;
        }
        if (isReference(place.feature())) {
            int index = (Integer) value;
            if (index >= 0) {
                host.set(place.owner(), place.feature(), index == 0 ? null : targets.get(index - 1));
            }
        } else if (Cells.isChoice(place.feature())) {
            choice(place.feature()).setValue(place.owner(), value);
        } else {
            entry(place.feature()).setValue(place.owner(), value);
        }
    }

    /**
     * Edits the cells of a tree on a click, on Enter and on F2, with Tab from cell to cell.
     *
     * @param viewer
     *            a tree whose columns have such an editing
     */
    public static void navigate(TreeViewer viewer) {
        Cells.navigate(viewer);
    }
}
