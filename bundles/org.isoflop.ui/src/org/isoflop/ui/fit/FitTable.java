package org.isoflop.ui.fit;

import java.util.ArrayList;
import java.util.List;

import org.isoflop.analysis.fit.Bootstrap;
import org.isoflop.analysis.fit.IsoFlopFit;
import org.isoflop.analysis.fit.ParametricFit;
import org.isoflop.analysis.law.Interval;
import org.isoflop.core.fit.FitAnswer;
import org.isoflop.ui.Messages;

/**
 * A table of the view.
 *
 * @param columns
 *            its headings; the first is that of names
 * @param rows
 *            its cells
 * @param marked
 *            the rows that are selected
 * @param numeric
 *            whether all columns but the first are numbers
 */
record FitTable(List<String> columns, List<List<String>> rows, List<Integer> marked, boolean numeric) {

    /** A table of numbers. */
    FitTable(List<String> columns, List<List<String>> rows, List<Integer> marked) {
        this(columns, rows, marked, true);
    }

    /** The constants with their errors. */
    static FitTable constants(FitAnswer answer) {
        List<List<String>> rows = new ArrayList<>();
        switch (answer) {
            case FitAnswer.Parametric parametric -> constants(rows, parametric.fit());
            case FitAnswer.Allocation allocation -> {
                rows.add(List.of("k_N", RunTexts.number(allocation.parameters().coefficient()), "", ""));
                rows.add(List.of("a", RunTexts.number(allocation.parameters().exponent()), "", ""));
                rows.add(List.of("k_D", RunTexts.number(allocation.tokens().coefficient()), "", ""));
                rows.add(List.of("b", RunTexts.number(allocation.tokens().exponent()), "", ""));
            }
        }
        return new FitTable(List.of(Messages.text("fit.summary.constant"), Messages.text("fit.summary.value"),
                Messages.text("fit.summary.error"), Messages.text("fit.summary.interval")), rows, List.of());
    }

    /** The objective that goes with the constants, and all that says how they came about. */
    static FitTable facts(FitAnswer answer) {
        List<List<String>> rows = new ArrayList<>();
        switch (answer) {
            case FitAnswer.Parametric parametric -> facts(rows, parametric);
            case FitAnswer.IsoFlop isoFlop -> {
                row(rows, "fit.summary.method", Messages.text("fit.method.isoflop"));
                row(rows, "fit.summary.budgets", Integer.toString(isoFlop.fit().vertices().size()));
                bias(rows, isoFlop.fit().bias());
            }
            case FitAnswer.Envelope envelope -> {
                row(rows, "fit.summary.method", Messages.text("fit.method.envelope"));
                row(rows, "fit.summary.curves", Integer.toString(envelope.fit().curves()));
            }
        }
        int all = answer.file().runs().size();
        row(rows, "fit.summary.runs", Messages.text("fit.summary.ofRuns", answer.runs().size(), all));
        row(rows, "fit.summary.file", answer.file().name());
        if (!answer.file().hash().isEmpty()) {
            row(rows, "fit.summary.hash", answer.file().hash());
        }
        return new FitTable(List.of(Messages.text("fit.summary.fact"), Messages.text("fit.summary.value")), rows,
                List.of(), false);
    }

    private static void constants(List<List<String>> rows, ParametricFit fit) {
        Bootstrap bootstrap = fit.bootstrap();
        List<String> symbols = fit.options().form().constants();
        double[] constants = fit.constants();
        for (int j = 0; j < constants.length; j++) {
            int index = j;
            rows.add(bootstrap == null ? List.of(symbols.get(j), RunTexts.number(constants[j]), "", "")
                    : List.of(symbols.get(j), RunTexts.number(constants[j]),
                            RunTexts.number(bootstrap.standardError(k -> k[index])),
                            interval(bootstrap.interval(k -> k[index], fit.options().level()))));
        }
        if (!Double.isNaN(fit.exponent())) {
            String name = Messages.text("fit.summary.exponent");
            rows.add(bootstrap == null ? List.of(name, RunTexts.number(fit.exponent()), "", "")
                    : List.of(name, RunTexts.number(fit.exponent()),
                            RunTexts.number(bootstrap.standardError(fit.exponentOf())),
                            interval(bootstrap.interval(fit.exponentOf(), fit.options().level()))));
        }
    }

    private static void facts(List<List<String>> rows, FitAnswer.Parametric answer) {
        ParametricFit fit = answer.fit();
        Bootstrap bootstrap = fit.bootstrap();
        String objective = Messages.text("fit.objective." + fit.options().objective().kind().key());
        double delta = fit.options().objective().delta();
        row(rows, "fit.summary.objective", RunTexts.number(fit.objective()));
        row(rows, "fit.summary.function", Double.isNaN(delta) ? objective
                : Messages.text("fit.summary.delta", objective, RunTexts.number(delta)));
        row(rows, "fit.summary.starts", Messages.text("fit.summary.agreeing", fit.agreeing(), fit.starts()));
        row(rows, "fit.summary.form", fit.options().form().text());
        if (bootstrap == null) {
            row(rows, "fit.summary.bootstrap", Messages.text("fit.summary.noBootstrap"));
        } else {
            row(rows, "fit.summary.bootstrap", bootstrap.failed() == 0
                    ? Messages.text("fit.summary.resamples", bootstrap.resamples(), Long.toString(bootstrap.seed()))
                    : Messages.text("fit.summary.failed", bootstrap.resamples(), Long.toString(bootstrap.seed()),
                            bootstrap.failed()));
        }
        row(rows, "fit.summary.outliers", Integer.toString(fit.outliers().length));
        if (answer.holdOut() != null) {
            row(rows, "fit.summary.holdOut", Messages.text("fit.summary.rootMeanSquare",
                    answer.holdOut().points().size(), 100 * answer.holdOut().rootMeanSquare()));
        }
        if (answer.against() != null) {
            row(rows, "fit.summary.against", Messages.text("fit.summary.chiSquare", answer.againstLaw(),
                    answer.against().degrees(), RunTexts.number(answer.against().chiSquare()),
                    RunTexts.number(answer.against().probability())));
        }
    }

    private static void bias(List<List<String>> rows, IsoFlopFit.Bias bias) {
        if (bias == null) {
            return;
        }
        row(rows, "fit.summary.bias", Messages.text("fit.summary.biasOf", RunTexts.number(bias.exponent()),
                RunTexts.percent(bias.parameters()), RunTexts.percent(bias.parametersAhead())));
    }

    private static String interval(Interval interval) {
        return Messages.text("fit.summary.lowHigh", RunTexts.number(interval.low()), RunTexts.number(interval.high()));
    }

    private static void row(List<List<String>> rows, String key, String value) {
        rows.add(List.of(Messages.text(key), value));
    }
}
