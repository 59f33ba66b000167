package org.isoflop.analysis.law;

/** How a law counts training compute. */
public enum ComputeCount {
    /** C = 6·N·D. */
    SIX_ND("sixND"),
    /** Kaplan's C_min: the least compute that would reach the loss, at small batch size (arXiv:2001.08361, §5.1). */
    MINIMAL("minimal"),
    /** As the publication of the law counts. */
    OWN("own");

    private final String key;

    ComputeCount(String key) {
        this.key = key;
    }

    /**
     * The name in files and answers.
     *
     * @return such as {@code sixND}
     */
    public String key() {
        return key;
    }
}
