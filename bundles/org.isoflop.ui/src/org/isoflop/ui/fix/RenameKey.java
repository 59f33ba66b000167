package org.isoflop.ui.fix;

import java.util.Set;

import org.eclipse.emf.ecore.EStructuralFeature;

import org.isoflop.model.Extensible;

/** Gives a misspelt key the name that was meant, and reads what stands under it. */
final class RenameKey implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("W_MISSPELT_KEY");
    }

    @Override
    public boolean canMend(Fault fault) {
        return value(fault) != null;
    }

    @Override
    public void mend(Fault fault) {
        Object value = value(fault);
        EStructuralFeature feature = feature(fault);
        Keys.remove((Extensible) fault.object(), fault.argument(0));
        Keys.put(fault.study(), fault.object(), feature, value);
    }

    @Override
    public Object[] arguments(Fault fault) {
        return new Object[] {fault.argument(0), fault.argument(1)};
    }

    private static EStructuralFeature feature(Fault fault) {
        return fault.object().eClass().getEStructuralFeature(fault.argument(1));
    }

    /** What stands under the key, as a value of the feature that was meant; null if it is none. */
    private static Object value(Fault fault) {
        EStructuralFeature feature = feature(fault);
        return feature == null || fault.object().eIsSet(feature) ? null
                : Keys.read(fault.study(), (Extensible) fault.object(), fault.argument(0), feature);
    }
}
