package org.isoflop.analysis.strategy;

import java.util.Objects;

/**
 * Taking a model that exists, downloaded or as a service.
 *
 * @param model the model
 * @param price USD that it costs once, or null
 * @param pricePerMillion USD for a million tokens of a service, or null for a model that one runs oneself
 */
public record UseModelInputs(ModelInputs model, Input price, Input pricePerMillion) implements StepInputs {

    /** Checks that there is a model. */
    public UseModelInputs {
        Objects.requireNonNull(model);
    }
}
