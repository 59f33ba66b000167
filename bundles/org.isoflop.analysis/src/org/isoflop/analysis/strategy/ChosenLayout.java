package org.isoflop.analysis.strategy;

import org.isoflop.analysis.training.Layout;
import org.isoflop.analysis.training.Recipe;

/**
 * The layout that the memory of training stands for.
 *
 * @param layout the cheapest one that fits, or the leanest where none does
 * @param recipe how weights, gradients and optimizer are kept
 * @param context tokens in a sequence
 * @param sequences sequences in a step
 * @param fits whether it fits into the memory of a device
 * @param bytes memory of the fullest device
 */
public record ChosenLayout(Layout layout, Recipe recipe, long context, long sequences, boolean fits, double bytes) {
}
