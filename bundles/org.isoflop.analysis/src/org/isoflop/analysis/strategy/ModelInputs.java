package org.isoflop.analysis.strategy;

import org.isoflop.analysis.architecture.Architecture;

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
}
