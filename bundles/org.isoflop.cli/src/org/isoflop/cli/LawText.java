package org.isoflop.cli;

import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

import org.isoflop.analysis.law.Answer;
import org.isoflop.analysis.law.ComputeCount;
import org.isoflop.analysis.law.Extrapolation;
import org.isoflop.analysis.law.Input;
import org.isoflop.analysis.law.Interval;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.LawUnit;
import org.isoflop.analysis.law.LawVariable;
import org.isoflop.analysis.law.Range;
import org.isoflop.analysis.law.Variable;
import org.isoflop.analysis.unit.Quantities;

/** Laws and their ranges in words. */
final class LawText {

    private LawText() {
    }

    /** Returns a number to the digit, with the decimal separator of the language. */
    static String number(double value, Locale locale) {
        return Quantities.exact(value).replace('.', DecimalFormatSymbols.getInstance(locale).getDecimalSeparator());
    }

    static String ranges(Console console, Law law) {
        StringJoiner ranges = new StringJoiner("; ");
        law.fittedRange().forEach((variable, range) -> ranges.add(range(console, variable, range)));
        law.form().ownInputs().stream().filter(input -> input.range() != null)
                .forEach(input -> ranges.add(range(console, input, input.range())));
        return ranges.toString();
    }

    private static String range(Console console, LawVariable variable, Range range) {
        return console.text("laws.range", variable.text(console.locale()),
                variable.show(range.low(), console.locale()), variable.show(range.high(), console.locale()));
    }

    /** Prints the interval that the uncertainty of the constants leaves to an answer. */
    static void interval(Console console, Interval interval, LawUnit unit) {
        console.print("  " + console.text("fit.interval", interval.level(), unit.show(interval.low(), console.locale()),
                Double.isInfinite(interval.high()) ? "\u221e" : unit.show(interval.high(), console.locale())));
    }

    /** Prints what the law counts as parameters, if it has any, and as compute where that is not 6·N·D. */
    static void counts(Console console, Law law) {
        boolean allocates = law.answers().contains(Answer.ALLOCATION);
        if (allocates || law.form().needs().contains(Variable.PARAMETERS)) {
            console.print(console.text("counts." + law.counting().parameters().key()));
        }
        boolean computes = allocates || law.form().needs().contains(Variable.COMPUTE);
        if (computes && law.counting().compute() != ComputeCount.SIX_ND) {
            console.print(console.text("counts.compute." + law.counting().compute().key()));
        }
    }

    /** Prints one sentence for each variable that lies outside the fitted range. */
    static void warn(Console console, List<Extrapolation> extrapolations) {
        for (Extrapolation extrapolation : extrapolations) {
            var variable = extrapolation.variable();
            Locale locale = console.locale();
            console.print(console.text("answer.extrapolates", variable.text(locale),
                    variable.show(extrapolation.value(), locale), extrapolation.decades(),
                    variable.show(extrapolation.low(), locale), variable.show(extrapolation.high(), locale)));
        }
    }

    /** Prints the inputs of its own at which a law answered. */
    static void inputs(Console console, Law law) {
        for (Input input : law.form().ownInputs()) {
            Double value = law.inputs().get(input.symbol());
            if (value != null) {
                console.print(console.text("answer.input", input.symbol(), input.show(value, console.locale()),
                        input.text(console.locale())));
            }
        }
    }
}
