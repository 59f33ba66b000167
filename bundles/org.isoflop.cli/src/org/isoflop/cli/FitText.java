package org.isoflop.cli;

import java.text.NumberFormat;
import java.util.List;

import org.isoflop.analysis.fit.Bootstrap;
import org.isoflop.analysis.fit.FitOptions;
import org.isoflop.analysis.fit.IsoFlopFit;
import org.isoflop.analysis.fit.ParametricFit;
import org.isoflop.analysis.law.Interval;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.fit.FitAnswer;
import org.isoflop.core.fit.Prediction;
import org.isoflop.core.fit.RunsFile;

/** The answer of a fit for people. */
final class FitText {

    private static final int MOST_LINES = 10;
    private static final double NOTABLE = 1e-6;

    private final Console console;

    FitText(Console console) {
        this.console = console;
    }

    void print(FitAnswer answer) {
        file(answer);
        switch (answer) {
            case FitAnswer.Parametric parametric -> parametric(parametric);
            case FitAnswer.IsoFlop isoFlop -> {
                allocation(isoFlop);
                isoFlop(isoFlop.fit());
            }
            case FitAnswer.Envelope envelope -> {
                allocation(envelope);
                print("fit.envelope", envelope.fit().curves(), envelope.fit().values());
            }
        }
    }

    private void print(String key, Object... arguments) {
        console.print(console.text(key, arguments));
    }

    private void file(FitAnswer answer) {
        RunsFile file = answer.file();
        print("fit.runs", answer.runs().size(), file.name(), file.runs().size() - answer.runs().size());
        if (file.derived() != null) {
            print("fit.derived", file.derived().key());
        }
        double deviation = file.runs().largestComputeDeviation();
        if (deviation > NOTABLE) {
            print("fit.deviation", deviation);
        }
        int[] identical = file.runs().identical();
        if (identical.length > 0) {
            print("fit.identical", identical.length, file.lines().get(identical[0]));
        }
    }

    private String digits(double value) {
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-3 || size >= 1e6)) {
            String text = String.format(console.locale(), "%.6e", value);
            return text.replaceFirst("e([+-])0*(\\d)", "e$1$2");
        }
        NumberFormat format = NumberFormat.getNumberInstance(console.locale());
        format.setMaximumFractionDigits(size == 0 ? 0 : Math.max(0, 6 - (int) Math.floor(Math.log10(size))));
        return format.format(value);
    }

    private void parametric(FitAnswer.Parametric answer) {
        ParametricFit fit = answer.fit();
        List<String> symbols = fit.options().form().constants();
        Bootstrap bootstrap = fit.bootstrap();
        int width = Math.max(8, symbols.stream().mapToInt(String::length).max().getAsInt());
        for (int j = 0; j < symbols.size(); j++) {
            int index = j;
            constant(symbols.get(j), width, fit.constants()[j],
                    bootstrap == null ? Double.NaN : bootstrap.standardError(k -> k[index]),
                    bootstrap == null ? null : bootstrap.interval(k -> k[index], fit.options().level()));
        }
        if (!Double.isNaN(fit.exponent())) {
            constant("a", width, fit.exponent(),
                    bootstrap == null ? Double.NaN : bootstrap.standardError(fit.exponentOf()),
                    bootstrap == null ? null : bootstrap.interval(fit.exponentOf(), fit.options().level()));
        }
        print("fit.objective." + fit.options().objective().kind().key(),
                String.format(console.locale(), "%.10e", fit.objective()),
                digits(fit.options().objective().delta()));
        print("fit.agreeing", fit.agreeing(), fit.starts());
        if (bootstrap != null) {
            print("fit.bootstrap", bootstrap.resamples(), fit.options().level(), bootstrap.failed());
        }
        outliers(answer);
        if (answer.prediction() != null) {
            prediction(answer.prediction());
        }
        if (answer.holdOut() != null) {
            print("fit.holdout", answer.holdOut().points().size(), answer.holdOut().rootMeanSquare(),
                    answer.holdOut().meanError());
        }
        if (answer.against() != null) {
            print("fit.against", answer.againstLaw(), answer.against().chiSquare(), answer.against().degrees(),
                    String.format(console.locale(), "%.2e", answer.against().probability()),
                    String.format(console.locale(), "%.10e", answer.against().objective()));
        }
    }

    private void constant(String symbol, int width, double value, double error, Interval interval) {
        String line = "  " + symbol + " ".repeat(width - symbol.length() + 2) + digits(value);
        console.print(interval == null
                ? line
                : line + "  " + console.text("fit.spread", digits(error), digits(interval.low()),
                        digits(interval.high())));
    }

    private void outliers(FitAnswer.Parametric answer) {
        int[] outliers = answer.fit().outliers();
        if (outliers.length == 0) {
            return;
        }
        print("fit.outliers", outliers.length, ParametricFit.OUTLIER);
        for (int i = 0; i < Math.min(MOST_LINES, outliers.length); i++) {
            int run = outliers[i];
            print("fit.outlier", String.valueOf(answer.lines().get(run)),
                    console.show(answer.runs().get(run).parameters(), Unit.PARAMETERS),
                    console.show(answer.runs().get(run).tokens(), Unit.TOKENS),
                    console.show(answer.runs().get(run).loss(), Unit.NATS_PER_TOKEN), answer.fit().residuals()[run]);
        }
    }

    private void prediction(Prediction prediction) {
        print("fit.predict", console.show(prediction.place().parameters(), Unit.PARAMETERS),
                console.show(prediction.place().tokens(), Unit.TOKENS), digits(prediction.loss()));
        if (prediction.constants() != null) {
            interval("fit.predict.constants", prediction.constants());
            interval("fit.predict.run", prediction.withResidual());
        }
    }

    private void interval(String key, Interval interval) {
        print(key, interval.level(), digits(interval.low()), digits(interval.high()));
    }

    private void allocation(FitAnswer.Allocation answer) {
        print("fit.line", "N*", digits(answer.parameters().coefficient()), digits(answer.parameters().exponent()));
        print("fit.line", "D*", digits(answer.tokens().coefficient()), digits(answer.tokens().exponent()));
        Bootstrap bootstrap = answer.bootstrap();
        if (bootstrap != null) {
            constant("a", 1, answer.parameters().exponent(), bootstrap.standardError(k -> k[1]),
                    bootstrap.interval(k -> k[1], FitOptions.LEVEL));
            constant("b", 1, answer.tokens().exponent(), bootstrap.standardError(k -> k[3]),
                    bootstrap.interval(k -> k[3], FitOptions.LEVEL));
            print("fit.bootstrap", bootstrap.resamples(), FitOptions.LEVEL, bootstrap.failed());
        }
    }

    private void isoFlop(IsoFlopFit fit) {
        for (IsoFlopFit.Vertex vertex : fit.vertices()) {
            print(vertex.bracketed() ? "fit.vertex" : "fit.vertex.outside", console.show(vertex.compute(), Unit.FLOP),
                    console.show(vertex.parameters(), Unit.PARAMETERS), console.show(vertex.tokens(), Unit.TOKENS),
                    digits(vertex.loss()), vertex.points());
        }
        IsoFlopFit.Bias bias = fit.bias();
        if (bias == null) {
            print("fit.bias.none");
        } else {
            print("fit.bias", digits(bias.exponent()), bias.parameters(), bias.tokens(), IsoFlopFit.Bias.AHEAD,
                    bias.parametersAhead(), bias.tokensAhead());
        }
    }
}
