package org.isoflop.ui.form;

import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.isoflop.analysis.law.LawForm;
import org.isoflop.core.chart.Charts;
import org.isoflop.model.Accelerator;
import org.isoflop.model.Constant;
import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.Peak;
import org.isoflop.model.ScalingLaw;
import org.isoflop.model.validate.Chips;
import org.isoflop.ui.edit.LawConstants;

/** The words that a text may be completed to. */
final class KnownValues {

    private KnownValues() {
    }

    /** What the program knows for a feature, else what the same feature holds elsewhere in the study. */
    static List<String> of(EObject root, EObject owner, EStructuralFeature feature) {
        if (feature == IsoflopPackage.Literals.SCALING_LAW__FORM) {
            return Stream.concat(LawForm.all().stream().map(LawForm::id), Stream.of(LawForm.OWN)).toList();
        }
        if (feature == IsoflopPackage.Literals.CHART__VIEW) {
            return Charts.all();
        }
        if (owner instanceof Constant && owner.eContainer() instanceof ScalingLaw law) {
            return LawConstants.wanted(law);
        }
        if (feature.getName().equals(IsoflopPackage.Literals.TRAINING_STEP__PRECISION.getName())
                && Chips.of(owner) instanceof Accelerator chip) {
            return chip.getPeaks().stream().map(Peak::getPrecision).toList();
        }
        return elsewhere(root, feature);
    }

    private static List<String> elsewhere(EObject root, EStructuralFeature feature) {
        TreeSet<String> values = new TreeSet<>();
        for (Iterator<EObject> contents = root.eAllContents(); contents.hasNext();) {
            EObject object = contents.next();
            if (feature.getEContainingClass().isSuperTypeOf(object.eClass())
                    && object.eGet(feature) instanceof String value && !value.isBlank()) {
                values.add(value);
            }
        }
        return List.copyOf(values);
    }
}
