package org.isoflop.core.fit;

import java.util.List;

import org.isoflop.analysis.fit.Bootstrap;
import org.isoflop.analysis.fit.Comparison;
import org.isoflop.analysis.fit.EnvelopeFit;
import org.isoflop.analysis.fit.HoldOut;
import org.isoflop.analysis.fit.IsoFlopFit;
import org.isoflop.analysis.fit.LogLine;
import org.isoflop.analysis.fit.ParametricFit;
import org.isoflop.analysis.fit.Runs;

/** What a fit to a table of runs gives. */
public sealed interface FitAnswer {

    /**
     * Returns the table.
     *
     * @return as it was read
     */
    RunsFile file();

    /**
     * Returns what was fitted.
     *
     * @return the runs without those left out
     */
    Runs runs();

    /**
     * Returns where the fitted runs stand.
     *
     * @return the line of each in the file, from 1
     */
    List<Integer> lines();

    /**
     * The constants of a form.
     *
     * @param file
     *            the table
     * @param lines
     *            the line of each fitted run
     * @param method
     *            parametric or vpnls
     * @param fit
     *            the fit
     * @param prediction
     *            what was to be predicted, or null
     * @param holdOut
     *            how the largest runs are predicted, or null
     * @param against
     *            the test against another law, or null
     * @param againstLaw
     *            id of that law, or null
     */
    record Parametric(RunsFile file, List<Integer> lines, Method method, ParametricFit fit, Prediction prediction,
            HoldOut holdOut, Comparison against, String againstLaw) implements FitAnswer {

        @Override
        public Runs runs() {
            return fit.runs();
        }
    }

    /** An allocation: power laws of N* and D* in C. */
    sealed interface Allocation extends FitAnswer {

        /**
         * Returns the line of N*.
         *
         * @return N* = coefficient·C^exponent
         */
        LogLine parameters();

        /**
         * Returns the line of D*.
         *
         * @return D* = coefficient·C^exponent
         */
        LogLine tokens();

        /**
         * Returns the joint cloud of the constants.
         *
         * @return draws of (k_N, a, k_D, b), or null if no bootstrap was asked for
         */
        Bootstrap bootstrap();
    }

    /**
     * Approach 2.
     *
     * @param file
     *            the table
     * @param runs
     *            what was fitted
     * @param lines
     *            the line of each fitted run
     * @param tolerance
     *            how far the computes of one budget differ at most, relatively
     * @param fit
     *            the fit
     */
    record IsoFlop(RunsFile file, Runs runs, List<Integer> lines, double tolerance, IsoFlopFit fit)
            implements
                Allocation {

        @Override
        public LogLine parameters() {
            return fit.parameters();
        }

        @Override
        public LogLine tokens() {
            return fit.tokens();
        }

        @Override
        public Bootstrap bootstrap() {
            return fit.bootstrap();
        }
    }

    /**
     * Approach 1.
     *
     * @param file
     *            the table
     * @param runs
     *            what was fitted
     * @param lines
     *            the line of each fitted run
     * @param fit
     *            the fit
     */
    record Envelope(RunsFile file, Runs runs, List<Integer> lines, EnvelopeFit fit) implements Allocation {

        @Override
        public LogLine parameters() {
            return fit.parameters();
        }

        @Override
        public LogLine tokens() {
            return fit.tokens();
        }

        @Override
        public Bootstrap bootstrap() {
            return fit.bootstrap();
        }
    }
}
