package org.isoflop.ui.fix;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.isoflop.model.ScalingLaw;
import org.isoflop.model.Scenario;
import org.isoflop.ui.edit.Names;

/** Takes the only law of the study, or the one that all other scenarios ask. */
final class TakeLaw implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("W_NO_LAW");
    }

    @Override
    public boolean canMend(Fault fault) {
        return law(fault) != null;
    }

    @Override
    public void mend(Fault fault) {
        ((Scenario) fault.target()).setLaw(law(fault));
    }

    @Override
    public Object[] arguments(Fault fault) {
        return new Object[] {Names.of(law(fault))};
    }

    private static ScalingLaw law(Fault fault) {
        List<ScalingLaw> asked = fault.study().getScenarios().stream().map(Scenario::getLaw).filter(Objects::nonNull)
                .distinct().toList();
        List<ScalingLaw> laws = asked.isEmpty() ? fault.study().getLaws() : asked;
        return laws.size() == 1 ? laws.getFirst() : null;
    }
}
