package org.isoflop.ui.fix;

import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.util.EcoreUtil;

import org.isoflop.core.mapping.StudyMapper;
import org.isoflop.model.Constant;
import org.isoflop.model.ScalingLaw;

/** Tries a change of a law on a copy. */
final class Trial {

    private Trial() {
    }

    static boolean isUsable(ScalingLaw law, Consumer<ScalingLaw> change) {
        ScalingLaw copy = EcoreUtil.copy(law);
        change.accept(copy);
        return StudyMapper.law(copy).problem() == null;
    }

    static Set<String> symbols(ScalingLaw law) {
        return law.getConstants().stream().map(Constant::getSymbol).filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
