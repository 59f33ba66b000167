package org.isoflop.ui.fit;

import java.util.Set;
import java.util.function.Consumer;

/** A page whose table lists the runs of the fit, to mark them in the chart or to fit without them. */
abstract class RunPage extends FitPage {

    final RunChoice choice;

    RunPage(String key, Consumer<Set<Integer>> refit) {
        super(key);
        choice = new RunChoice(refit);
    }

    @Override
    boolean selectsMany() {
        return true;
    }

    @Override
    void selected(int... rows) {
        choice.select(rows);
        changed();
    }
}
