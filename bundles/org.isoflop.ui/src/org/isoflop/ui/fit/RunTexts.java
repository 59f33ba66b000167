package org.isoflop.ui.fit;

import java.util.Locale;

import org.isoflop.analysis.fit.Run;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.ui.Messages;

/** Runs and numbers in the words of tables. */
final class RunTexts {

    private RunTexts() {
    }

    /** The name of a run, or its number in the table, from 1. */
    static String name(Run run, int number) {
        return run.label() == null ? Messages.text("fit.run", number)
                : Messages.text("fit.run.named", number, run.label());
    }

    /** Name, N, D, C and loss. */
    static String[] cells(Run run, int number) {
        return new String[] {name(run, number), count(run.parameters()), count(run.tokens()), flop(run.compute()),
            loss(run.loss())};
    }

    static String count(double value) {
        return Quantities.format(value, Unit.PARAMETERS, Locale.getDefault());
    }

    static String flop(double value) {
        return Quantities.format(value, Unit.FLOP, Locale.getDefault()).replace("\u202fFLOP", "");
    }

    static String loss(double value) {
        return Quantities.format(value, Unit.ONE, Locale.getDefault());
    }

    /** A number that may have any size, with four digits. */
    static String number(double value) {
        return Double.isNaN(value) ? "\u2013" : Quantities.format(value, Unit.ONE, Locale.getDefault());
    }

    /** A share as a percentage with one decimal. */
    static String share(double share) {
        return Messages.text("fit.share", 100 * share);
    }

    /** A share as a percentage with two decimals and its sign. */
    static String percent(double share) {
        return Double.isNaN(share) ? "\u2013" : Messages.text("fit.percent", 100 * share);
    }
}
