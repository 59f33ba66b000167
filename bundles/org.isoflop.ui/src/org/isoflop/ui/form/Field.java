package org.isoflop.ui.form;

import java.util.List;
import java.util.Locale;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.model.Quantity;
import org.isoflop.model.annotation.Features;
import org.isoflop.model.validate.Finding;
import org.isoflop.model.validate.Severity;
import org.isoflop.ui.Messages;

/**
 * Shows and edits one feature of an object. A feature of a contained object, such as the tokens of the training run of
 * a model, is edited through the reference that holds it: the contained object comes and goes with what it holds.
 */
abstract class Field {

    private static final String LABELS = "org.isoflop.ui.form.label";

    private final FieldHost host;
    private final EReference via;
    private final EStructuralFeature feature;
    private EObject parent;
    private Label label;
    private Control control;
    private ControlDecoration mark;
    private String refusal;

    Field(FieldHost host, EReference via, EStructuralFeature feature) {
        this.host = host;
        this.via = via;
        this.feature = feature;
    }

    final FieldHost host() {
        return host;
    }

    final EStructuralFeature feature() {
        return feature;
    }

    final EReference via() {
        return via;
    }

    final String labelText() {
        return Features.label(feature, Locale.getDefault());
    }

    /** What the feature means, with its unit. */
    final String help() {
        Locale locale = Locale.getDefault();
        String help = Features.help(feature, locale);
        String unit = Features.unit(feature);
        String text = unit == null || Unit.of(unit) == Unit.ONE ? Messages.text("form.help", labelText(), help)
                : Messages.text("form.help.unit", labelText(), help, unit);
        return Features.isRequired(feature) ? Messages.text("form.help.required", text) : text;
    }

    /** Makes label and control in a grid of two columns. */
    final void create(Composite grid) {
        label = new Label(grid, SWT.NONE);
        host.adapt(label);
        label.setText(Messages.text(Features.isRequired(feature) ? "form.required" : "form.label", labelText()));
        label.setToolTipText(help());
        control = createControl(grid);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, isTall() ? SWT.BEGINNING : SWT.CENTER)
                .indent(0, isTall() ? 3 : 0).applyTo(label);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(control);
        mark = new ControlDecoration(focusControl(), SWT.LEFT | SWT.TOP, grid);
        mark.setMarginWidth(1);
        mark.hide();
    }

    /** Whether the control is so tall that its label stands at its top. */
    boolean isTall() {
        return false;
    }

    abstract Control createControl(Composite grid);

    /** The control that takes the focus and the marks. */
    abstract Control focusControl();

    /** Shows what the study says. What is being typed stays. */
    abstract void refresh();

    /** Writes what was typed to the study. */
    void commit() {
        // Most fields write at once.
    }

    /** Whether something was typed that the study would take and does not have yet. */
    boolean isTyping() {
        return false;
    }

    final void bind(EObject object) {
        parent = object;
        unbound();
        update();
    }

    /** Forgets what was typed for another object. */
    void unbound() {
        refuse(null);
    }

    final void update() {
        refresh();
        showMarks();
    }

    final EObject parent() {
        return parent;
    }

    /** The object that has the feature, or null if it is not there. */
    final EObject owner() {
        return via == null || parent == null ? parent : (EObject) parent.eGet(via);
    }

    /** The value, or null if there is none. */
    final Object value() {
        EObject owner = owner();
        return owner == null || !owner.eIsSet(feature) ? null : owner.eGet(feature);
    }

    final Unit unit() {
        return host.unit(owner(), feature);
    }

    final void set(Object value) {
        EObject owner = owner();
        if (owner != null && via != null && value == null && isOnly(owner)) {
            host.set(parent, via, null);
        } else if (owner != null) {
            host.set(owner, feature, value);
        } else if (value != null) {
            EObject made = EcoreUtil.create(via.getEReferenceType());
            made.eSet(feature, value instanceof Quantity quantity ? EcoreUtil.copy(quantity) : value);
            host.set(parent, via, made);
        }
    }

    private boolean isOnly(EObject owner) {
        return owner.eClass().getEAllStructuralFeatures().stream()
                .allMatch(other -> other == feature || !owner.eIsSet(other));
    }

    /** Whether this field shows a feature of an object, or the object itself as its value. */
    boolean shows(EObject object, EStructuralFeature wanted) {
        EObject owner = owner();
        if (owner == object && owner != null || wanted == null && object != null && object == parent) {
            return wanted == feature || wanted == null;
        }
        return parent == object && via != null && wanted == via
                || owner != null && EcoreUtil.isAncestor(owner, object) && holder(owner, object) == feature;
    }

    private static EStructuralFeature holder(EObject owner, EObject object) {
        EObject child = object;
        while (child != null && child.eContainer() != owner) {
            child = child.eContainer();
        }
        return child == null ? null : child.eContainmentFeature();
    }

    /**
     * Puts the focus into the field.
     *
     * @param object
     *            the object that it shows, or one within it to select
     */
    void focus(EObject object) {
        focusControl().setFocus();
    }

    /** Says why what was typed cannot be taken; null if it can. */
    final void refuse(String sentence) {
        refusal = sentence;
        showMarks();
    }

    final String refusal() {
        return refusal;
    }

    final void showMarks() {
        if (mark == null) {
            return;
        }
        List<Finding> findings = parent == null ? List.of() : findings();
        Severity worst = refusal != null ? Severity.ERROR : Marks.worst(findings);
        if (worst == null) {
            mark.hide();
            mark.setDescriptionText(null);
            return;
        }
        mark.setImage(FieldDecorationRegistry.getDefault().getFieldDecoration(switch (worst) {
            case ERROR -> FieldDecorationRegistry.DEC_ERROR;
            case WARNING -> FieldDecorationRegistry.DEC_WARNING;
            case INFO -> FieldDecorationRegistry.DEC_INFORMATION;
        }).getImage());
        mark.setDescriptionText(refusal != null ? refusal : Marks.sentences(findings));
        mark.show();
    }

    private List<Finding> findings() {
        EObject owner = owner();
        return owner == null ? host.marks().at(parent, via) : host.marks().at(owner, feature);
    }

    final ControlDecoration mark() {
        return mark;
    }

    final Label label() {
        return label;
    }

    /** A list of choices; the wheel, which scrolls pages, does not change it unseen. */
    final Combo choices(Composite parent) {
        Combo combo = part(new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN), labelText());
        combo.addListener(SWT.MouseVerticalWheel, event -> event.doit = false);
        return combo;
    }

    /** Makes a control part of this field: look, name for those who cannot see it, help. */
    final <T extends Control> T part(T part, String name) {
        host.adapt(part);
        part.setToolTipText(help());
        part.getAccessible().addRelation(ACC.RELATION_LABELLED_BY, label.getAccessible());
        part.setData(LABELS, name);
        part.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = name;
            }

            @Override
            public void getHelp(AccessibleEvent event) {
                event.result = help();
            }
        });
        part.addListener(SWT.FocusIn, event -> host.help(help()));
        return part;
    }

    /** The name of a control for those who cannot see its label, or null. */
    static String name(Control control) {
        return (String) control.getData(LABELS);
    }
}
