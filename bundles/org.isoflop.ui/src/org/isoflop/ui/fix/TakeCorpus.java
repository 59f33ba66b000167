package org.isoflop.ui.fix;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.ObservedLoss;
import org.isoflop.model.ScalingLaw;

/** Takes the only corpus that the study speaks of. */
final class TakeCorpus implements Fix {

    @Override
    public Set<String> codes() {
        return Set.of("E_REQUIRED");
    }

    @Override
    public boolean canMend(Fault fault) {
        return fault.feature() == Literals.OBSERVED_LOSS__CORPUS && corpus(fault) != null;
    }

    @Override
    public void mend(Fault fault) {
        ((ObservedLoss) fault.object()).setCorpus(corpus(fault));
    }

    @Override
    public Object[] arguments(Fault fault) {
        return new Object[] {corpus(fault)};
    }

    private static String corpus(Fault fault) {
        List<String> known = Stream
                .concat(fault.study().getLaws().stream().map(ScalingLaw::getCorpus),
                        fault.study().getModels().stream().flatMap(model -> model.getObservedLosses().stream())
                                .map(ObservedLoss::getCorpus))
                .filter(corpus -> corpus != null && !corpus.isBlank()).distinct().toList();
        return known.size() == 1 ? known.getFirst() : null;
    }
}
