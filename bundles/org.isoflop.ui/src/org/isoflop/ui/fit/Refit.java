package org.isoflop.ui.fit;

import org.isoflop.analysis.fit.FitOptions;
import org.isoflop.analysis.fit.IsoFlopFit;
import org.isoflop.core.fit.FitAnswer;
import org.isoflop.core.fit.FitRequest;

/** What to ask of other runs so that they are fitted in the same way. */
final class Refit {

    private Refit() {
    }

    static FitRequest request(FitAnswer.Parametric answer) {
        FitOptions options = answer.fit().options();
        return new FitRequest(answer.method(), options.form(), options.objective(), options.starts(), 0,
                options.resamples(), (int) options.seed(), null, 0, null, IsoFlopFit.TOLERANCE);
    }
}
