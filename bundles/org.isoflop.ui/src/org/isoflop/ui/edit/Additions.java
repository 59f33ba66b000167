package org.isoflop.ui.edit;

import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.isoflop.model.Element;
import org.isoflop.model.Study;

/** Finishes objects that were put into a study, within the command that put them there. */
public final class Additions {

    private Additions() {
    }

    /**
     * Gives a new object a name, an identifier and values to start from.
     *
     * @param study
     *            the study
     * @param object
     *            an empty object that stands in it
     */
    public static void start(Study study, EObject object) {
        new Starts(study).fill(object);
    }

    /**
     * Puts an element that was made elsewhere into a study, with free identifiers, and brings along what it refers to.
     *
     * @param study
     *            the study
     * @param list
     *            the list of the study that it goes into
     * @param element
     *            an element that stands in no study
     */
    public static void insert(Study study, EReference list, Element element) {
        new Identities(study).renew(element);
        Edits.insert(study, list, -1, element);
        adopt(study, element);
    }

    /**
     * Brings along what an object refers to in another study.
     *
     * @param study
     *            the study
     * @param object
     *            an object that stands in it
     */
    public static void adopt(Study study, EObject object) {
        new Adoption(study).adopt(List.of(object));
    }
}
