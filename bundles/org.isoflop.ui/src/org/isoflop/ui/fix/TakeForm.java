package org.isoflop.ui.fix;

import java.util.Comparator;
import java.util.Set;

import org.isoflop.analysis.law.LawForm;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.ScalingLaw;
import org.isoflop.model.Spelling;

/** Takes the form that has the constants of the law, or the one whose name is nearest. */
final class TakeForm implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("E_LAW_UNUSABLE", "E_REQUIRED");
    }

    @Override
    public boolean canMend(Fault fault) {
        return fault.object() instanceof ScalingLaw law && fault.feature() == Literals.SCALING_LAW__FORM
                && form(law) != null;
    }

    @Override
    public void mend(Fault fault) {
        ((ScalingLaw) fault.object()).setForm(form((ScalingLaw) fault.object()));
    }

    @Override
    public Object[] arguments(Fault fault) {
        return new Object[] {form((ScalingLaw) fault.object())};
    }

    private static String form(ScalingLaw law) {
        Set<String> symbols = Trial.symbols(law);
        return LawForm.all().stream().filter(form -> !form.id().equals(law.getForm()))
                .filter(form -> Set.copyOf(form.constants()).equals(symbols)).map(LawForm::id)
                .filter(form -> Trial.isUsable(law, copy -> copy.setForm(form)))
                .min(Comparator.comparing((String form) -> Spelling.distance(form, law.getForm())))
                .orElse(null);
    }
}
