package org.isoflop.analysis.strategy;

import org.isoflop.analysis.architecture.Architecture;
import org.isoflop.analysis.architecture.ParameterCounts;

/**
 * A language model that is used or built; null stands for "not known".
 *
 * @param id its name
 * @param architecture what it is built of
 * @param parameters all parameters, as declared; an architecture is counted instead
 * @param activeParameters those that one token uses, as declared
 * @param tokens tokens that it was trained on
 * @param loss its observed loss on the corpus of the scenario’s law, nats per token
 */
public record ModelInputs(String id, Architecture architecture, Input parameters, Input activeParameters, Input tokens,
        Input loss) {

    /**
     * Whether a token uses only a part of the parameters: the model is a mixture of experts.
     *
     * @return false for a dense model, and for one of which only the number of all parameters is known
     */
    public boolean hasExperts() {
        if (architecture != null) {
            ParameterCounts counts = ParameterCounts.of(architecture);
            return counts.active() < counts.total();
        }
        return parameters != null && activeParameters != null && activeParameters.value() < parameters.value();
    }
}
