package org.isoflop.ui.chart.slider;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.chart.SliderRange;
import org.isoflop.model.Constant;
import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.Paths;
import org.isoflop.model.Quantity;
import org.isoflop.model.Study;
import org.isoflop.model.annotation.Features;
import org.isoflop.ui.edit.Names;

/**
 * A place in a study where a quantity stands or could stand.
 *
 * @param owner
 *            the object that holds it
 * @param feature
 *            where the owner holds it
 */
public record StudyQuantity(EObject owner, EReference feature) {

    /**
     * Lists the quantities that a study gives.
     *
     * @param study
     *            the study
     * @return in the order of the study
     */
    public static List<StudyQuantity> of(Study study) {
        List<StudyQuantity> quantities = new ArrayList<>();
        for (Iterator<EObject> contents = study.eAllContents(); contents.hasNext();) {
            if (contents.next() instanceof Quantity quantity && quantity.getValue() != null) {
                quantities.add(new StudyQuantity(quantity.eContainer(), quantity.eContainmentFeature()));
            }
        }
        return quantities;
    }

    /**
     * Finds a quantity again.
     *
     * @param study
     *            the study
     * @param path
     *            what {@link #path()} said
     * @return the quantity, if it still has a number
     */
    public static Optional<StudyQuantity> find(Study study, String path) {
        return Paths.find(study, path).filter(place -> place.feature() instanceof EReference reference
                && reference.getEReferenceType() == IsoflopPackage.Literals.QUANTITY)
                .map(place -> new StudyQuantity(place.object(), (EReference) place.feature()))
                .filter(quantity -> !Double.isNaN(quantity.value()));
    }

    /**
     * Finds the one quantity that a selected object stands for.
     *
     * @param object
     *            an object of a study
     * @return the quantity itself, or that of an object that has only one
     */
    public static Optional<StudyQuantity> at(EObject object) {
        if (object instanceof Quantity quantity && quantity.eContainer() != null) {
            return Optional.of(new StudyQuantity(quantity.eContainer(), quantity.eContainmentFeature()));
        }
        List<StudyQuantity> own = new ArrayList<>();
        for (EReference reference : object.eClass().getEAllContainments()) {
            if (reference.getEReferenceType() == IsoflopPackage.Literals.QUANTITY) {
                own.add(new StudyQuantity(object, reference));
            }
        }
        return own.stream().filter(quantity -> !Double.isNaN(quantity.value())).findFirst()
                .filter(quantity -> own.stream().filter(other -> !Double.isNaN(other.value())).count() == 1);
    }

    /** Where it stands, to find it again. */
    String path() {
        return Paths.path(owner, feature);
    }

    /** Its number in the base unit, NaN if there is none. */
    double value() {
        Quantity quantity = (Quantity) owner.eGet(feature);
        return quantity == null || quantity.getValue() == null ? Double.NaN : quantity.getValue();
    }

    Unit unit() {
        String unit = Features.unit(feature);
        return unit == null ? Unit.ONE : Unit.of(unit);
    }

    /** What it is called: a constant by its symbol, anything else by its label. */
    String label() {
        return owner instanceof Constant constant && constant.getSymbol() != null
                ? constant.getSymbol()
                : Names.label(feature);
    }

    /** Which object it belongs to. */
    String place() {
        return owner instanceof Constant ? Names.place(owner.eContainer()) : Names.place(owner);
    }

    /**
     * Names it.
     *
     * @return what it is called and which object it belongs to
     */
    public String title() {
        return label() + " \u00b7 " + place();
    }

    /**
     * Shows its number.
     *
     * @return the number with its unit, in the language of the workbench
     */
    public String text() {
        return Quantities.format(value(), unit(), Locale.getDefault());
    }

    SliderRange range() {
        Quantity quantity = (Quantity) owner.eGet(feature);
        return SliderRange.around(value(), quantity == null ? null : quantity.getLow(),
                quantity == null ? null : quantity.getHigh(), Features.domain(feature), unit());
    }

    /** Reads what somebody typed; the exact form of the number shown is the number itself. */
    double parse(String typed) {
        return Quantities.parse(typed, unit());
    }
}
