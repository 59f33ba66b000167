package org.isoflop.analysis.training;

/** What ZeRO divides among the devices that hold the same weights (Rajbhandari et al. 2020, arXiv:1910.02054). */
public enum ZeroStage {

    /** Nothing: each device keeps all. */
    NONE,
    /** Stage 1, the states of the optimizer. */
    OPTIMIZER,
    /** Stage 2, the gradients as well. */
    GRADIENTS,
    /** Stage 3, the weights as well (fully sharded data parallelism). */
    PARAMETERS;

    /**
     * The stage.
     *
     * @return 0 to 3
     */
    public int stage() {
        return ordinal();
    }
}
