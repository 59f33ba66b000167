package org.isoflop.ui.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Section;
import org.eclipse.ui.forms.widgets.SharedScrolledComposite;
import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.annotation.Features;

/** The form of one class: a section for each group of its features, a field for each feature. */
public final class ObjectForm {

    /** The space between a label and its field, in which marks stand. */
    static final int GAP = 12;

    private final FormHost host;
    private final List<Field> fields;
    private final Map<String, Section> sections = new LinkedHashMap<>();
    private EObject shown;

    /**
     * Chooses the fields of a class.
     *
     * @param host
     *            where the form stands
     * @param type
     *            the class
     */
    public ObjectForm(FormHost host, EClass type) {
        this.host = host;
        fields = Fields.of(host, type);
    }

    /**
     * Tells whether what a reference holds has a form of its own, and is no row of a table and no part of the form of
     * its owner.
     *
     * @param reference
     *            a reference of the model
     * @return true for elements, for objects of different classes, and for what holds such objects
     */
    public static boolean hasForms(EReference reference) {
        EClass type = reference.getEReferenceType();
        return reference.isContainment() && (type.isAbstract() || IsoflopPackage.Literals.ELEMENT.isSuperTypeOf(type)
                || type.getEAllContainments().stream().anyMatch(ObjectForm::hasForms));
    }

    /**
     * Tells whether a control is part of a field.
     *
     * @param control
     *            the control that has the focus, or null
     * @return true for fields; false for a table whose rows are selected as objects of the study
     */
    public static boolean isInField(Control control) {
        return control != null && Field.name(control) != null && !TableField.isRows(control);
    }

    /**
     * Makes the controls.
     *
     * @param parent
     *            a composite with a grid of one column
     * @param toolkit
     *            the toolkit of the surrounding form
     */
    public void create(Composite parent, FormToolkit toolkit) {
        Map<String, Composite> grids = new LinkedHashMap<>();
        for (Field field : fields) {
            String group = group(field);
            field.create(grids.computeIfAbsent(group, name -> section(parent, toolkit, name)));
        }
        align(grids.values());
    }

    private static String group(Field field) {
        EStructuralFeature feature = field.via() == null ? field.feature() : field.via();
        return Objects.requireNonNullElse(Features.group(feature), "General");
    }

    private Composite section(Composite parent, FormToolkit toolkit, String group) {
        Section section = toolkit.createSection(parent,
                ExpandableComposite.TITLE_BAR | ExpandableComposite.TWISTIE | ExpandableComposite.EXPANDED);
        section.setText(Features.groupLabel(group, Locale.getDefault()));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
        Composite grid = toolkit.createComposite(section);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(2, GAP / 2).spacing(GAP, GAP / 3).applyTo(grid);
        section.setClient(grid);
        sections.put(group, section);
        return grid;
    }

    /** Makes the labels of all sections equally wide, so that the fields stand in one line. */
    private void align(Iterable<Composite> grids) {
        int widest = fields.stream().mapToInt(field -> field.label().computeSize(SWT.DEFAULT, SWT.DEFAULT).x).max()
                .orElse(0);
        for (Composite grid : grids) {
            Label first = (Label) grid.getChildren()[0];
            GridDataFactory.createFrom((GridData) first.getLayoutData())
                    .hint(widest, SWT.DEFAULT).applyTo(first);
        }
    }

    /**
     * Shows an object.
     *
     * @param object
     *            an object of the form's class, or null for none
     */
    public void show(EObject object) {
        if (object != shown) {
            commit();
            shown = object;
            fields.forEach(field -> field.bind(object));
        } else {
            refresh();
        }
    }

    /** Shows what the study says now. What is being typed stays. */
    public void refresh() {
        fields.forEach(Field::update);
    }

    /** Writes what was typed to the study. */
    public void commit() {
        fields.forEach(Field::commit);
    }

    /**
     * Tells whether something was typed that the study does not have yet.
     *
     * @return true if {@link #commit()} would change the study
     */
    public boolean isTyping() {
        return fields.stream().anyMatch(Field::isTyping);
    }

    /**
     * Puts the focus into the field of a feature.
     *
     * @param object
     *            the object shown, or one within it
     * @param feature
     *            a feature of that object, or null for the object as a whole
     * @return whether there is such a field
     */
    public boolean reveal(EObject object, EStructuralFeature feature) {
        Field field = fields.stream().filter(candidate -> candidate.shows(object, feature)).findFirst().orElse(null);
        if (field == null) {
            return false;
        }
        sections.get(group(field)).setExpanded(true);
        field.focus(object);
        return true;
    }

    /**
     * Selects a row of a table, and leaves the focus where it is.
     *
     * @param row
     *            an object within the one that is shown
     */
    public void select(EObject row) {
        fields.stream().filter(TableField.class::isInstance).map(TableField.class::cast)
                .filter(field -> field.shows(row, null)).forEach(field -> field.select(row));
    }

    /** Puts the focus into the first field. */
    public void setFocus() {
        if (shown != null) {
            fields.getFirst().focus(shown);
        }
    }

    List<Field> fields() {
        return fields;
    }

    FormHost host() {
        return host;
    }

    /** Lays a form out again after the size of something in it has changed. */
    static void reflow(Composite changed) {
        for (Composite parent = changed; parent != null; parent = parent.getParent()) {
            if (parent instanceof SharedScrolledComposite scrolled) {
                scrolled.reflow(true);
                return;
            }
        }
        changed.requestLayout();
    }
}
