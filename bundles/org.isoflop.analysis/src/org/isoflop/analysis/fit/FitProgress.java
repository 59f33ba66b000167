package org.isoflop.analysis.fit;

import java.util.concurrent.CancellationException;

/** Follows a long fit. Its methods are called from several threads. */
public interface FitProgress {

    /** Nobody follows, nobody cancels. */
    FitProgress NONE = new FitProgress() {
        @Override
        public void worked(double share) {
            // Nobody follows.
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /**
     * Some work is done.
     *
     * @param share of the whole work; all shares of a fit add up to 1
     */
    void worked(double share);

    /**
     * Whether the fit is to stop.
     *
     * @return true to make the fit end with a {@link CancellationException}
     */
    boolean isCancelled();

    /**
     * Ends the fit if somebody wants that.
     *
     * @throws CancellationException if {@link #isCancelled()}
     */
    default void check() {
        if (isCancelled()) {
            throw new CancellationException();
        }
    }
}
