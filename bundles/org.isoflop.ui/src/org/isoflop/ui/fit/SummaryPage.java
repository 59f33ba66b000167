package org.isoflop.ui.fit;

import org.isoflop.core.fit.FitAnswer;

/** The constants with their errors and the objective beside them. */
final class SummaryPage extends FitPage {

    SummaryPage() {
        super("summary");
    }

    @Override
    String refusal(FitAnswer answer) {
        return null;
    }

    @Override
    Calculation calculation(FitSession session) {
        FitAnswer answer = session.answer();
        return cancelled -> new FitPicture(null, FitTable.facts(answer), "", FitTable.constants(answer));
    }
}
