package org.isoflop.ui.form;

import java.util.Collection;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;

/** Where the forms of a study's own objects stand, which also add, move and delete objects. */
public interface FormHost extends FieldHost {

    /**
     * Tells everybody which row of a table is selected while the table has the focus.
     *
     * @param row
     *            the row, or null if the table has the focus and no row is selected
     */
    void rowSelected(EObject row);

    /** Tells everybody that no table has the focus any more. */
    void rowsLeft();

    /**
     * Adds a new object.
     *
     * @param owner
     *            an object of the study
     * @param list
     *            where in it the new object goes
     * @param type
     *            its class
     * @return the new object
     */
    EObject add(EObject owner, EReference list, EClass type);

    /**
     * Adds a copy of an object right after it.
     *
     * @param object
     *            an object of the study
     * @return the copy
     */
    EObject duplicate(EObject object);

    /**
     * Moves an object within its list.
     *
     * @param object
     *            an object of the study
     * @param by
     *            how many places down, negative for up
     */
    void move(EObject object, int by);

    /**
     * Deletes objects, after asking if references to them would be lost.
     *
     * @param objects
     *            objects of the study
     */
    void delete(Collection<? extends EObject> objects);
}
