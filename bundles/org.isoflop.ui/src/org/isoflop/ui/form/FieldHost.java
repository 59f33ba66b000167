package org.isoflop.ui.form;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.swt.widgets.Control;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.model.Study;

/** Where fields stand: how they write to the study, and who follows them. */
public interface FieldHost {

    /**
     * Returns the study whose elements references may name.
     *
     * @return the study
     */
    Study study();

    /**
     * Tells whether fields may change anything.
     *
     * @return false to show only
     */
    boolean isEditable();

    /**
     * Returns what was found in the study.
     *
     * @return the marks to show at fields
     */
    Marks marks();

    /**
     * Returns the unit of a number.
     *
     * @param owner
     *            the object that holds it, or null if it does not exist yet
     * @param feature
     *            its feature
     * @return the unit
     */
    Unit unit(EObject owner, EStructuralFeature feature);

    /**
     * Returns the feature whose domain bounds a number.
     *
     * @param feature
     *            a feature with numbers
     * @return the feature itself, or that of the quantity that it is a part of
     */
    default EStructuralFeature domain(EStructuralFeature feature) {
        return feature;
    }

    /**
     * Sets a feature in one step.
     *
     * @param owner
     *            an object
     * @param feature
     *            one of its features
     * @param value
     *            the new value, detached from the study; null for none
     */
    void set(EObject owner, EStructuralFeature feature, Object value);

    /**
     * Shows an object of the study wherever it stands.
     *
     * @param object
     *            the object
     * @param feature
     *            the feature to put the focus on, or null
     */
    void reveal(EObject object, EStructuralFeature feature);

    /**
     * Shows the help of a feature while its field has the focus.
     *
     * @param help
     *            the help
     */
    void help(String help);

    /** Hears that a text was typed or taken back that is not in the study yet. */
    void typing();

    /**
     * Gives a new control the look and the focus behaviour of its surroundings.
     *
     * @param control
     *            the control
     */
    void adapt(Control control);
}
