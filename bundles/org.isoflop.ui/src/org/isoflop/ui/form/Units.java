package org.isoflop.ui.form;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.model.FittedRange;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.Quantity;
import org.isoflop.model.annotation.Features;

/** The units of a study's numbers. */
public final class Units {

    private Units() {
    }

    /**
     * Returns the unit of a number.
     *
     * @param owner
     *            the object that holds it, or null if it does not exist yet
     * @param feature
     *            its feature
     * @return the unit that the model names, that of the feature that holds a quantity for its parts, that of the
     *         variable for a fitted range, else that of a pure number
     */
    public static Unit of(EObject owner, EStructuralFeature feature) {
        if (feature == Literals.QUANTITY__LEVEL) {
            return Unit.ONE;
        }
        if (owner instanceof Quantity && owner.eContainer() != null) {
            return of(owner.eContainer(), owner.eContainmentFeature());
        }
        String unit = Features.unit(feature);
        if (unit != null) {
            return Unit.of(unit);
        }
        if (owner instanceof FittedRange range && range.isSetVariable()) {
            return switch (range.getVariable()) {
                case PARAMETERS -> Unit.PARAMETERS;
                case TOKENS, UNIQUE_TOKENS -> Unit.TOKENS;
                case COMPUTE -> Unit.FLOP;
                case TOKENS_PER_PARAMETER -> Unit.TOKENS_PER_PARAMETER;
            };
        }
        return Unit.ONE;
    }
}
