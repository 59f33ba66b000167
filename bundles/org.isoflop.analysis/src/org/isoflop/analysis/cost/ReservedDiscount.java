package org.isoflop.analysis.cost;

/**
 * What providers took off their rent for one that is reserved, as a share of the rent on demand (Cottier et al. 2024).
 */
public enum ReservedDiscount {

    /** Amazon. */
    AWS(0.41, 0.64),
    /** Google. */
    GCP(0.37, 0.56),
    /** Microsoft. */
    AZURE(0.25, 0.49),
    /** Lambda Labs. */
    LAMBDA(0.34, 0.56);

    /** Where the discounts come from. */
    public static final String SOURCE = "Cottier et al. 2024, arXiv:2405.21015, data and code";

    private final double oneYear;
    private final double threeYears;

    ReservedDiscount(double oneYear, double threeYears) {
        this.oneYear = oneYear;
        this.threeYears = threeYears;
    }

    /**
     * What is taken off for one year.
     *
     * @return a share of the rent on demand
     */
    public double oneYear() {
        return oneYear;
    }

    /**
     * What is taken off for three years.
     *
     * @return a share of the rent on demand
     */
    public double threeYears() {
        return threeYears;
    }
}
