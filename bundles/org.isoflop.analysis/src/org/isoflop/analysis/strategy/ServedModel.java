package org.isoflop.analysis.strategy;

import org.isoflop.analysis.serving.Rates;
import org.isoflop.analysis.serving.ServingModel;

/**
 * A model as a strategy serves it, for looking at other batches than the one chosen.
 *
 * @param model the model on the devices of a copy, with what speculates for it
 * @param prompt tokens of a prompt, those that the strategy adds included
 * @param answer tokens of an answer
 * @param batch the batch that the strategy says, or the one chosen
 * @param rates what a device costs and draws; unknown where the strategy does not tell
 */
public record ServedModel(ServingModel model, long prompt, long answer, double batch, Rates rates) {
}
