package org.isoflop.core.chart;

import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.isoflop.analysis.fit.Bootstrap;
import org.isoflop.analysis.fit.ParametricFit;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.Messages;
import org.isoflop.core.Version;
import org.isoflop.core.fit.FitAnswer;

/**
 * What a reader of an exported chart of a fit must know: the form and its constants with their errors, the objective
 * beside them, the runs that were fitted and their file with its hash, and the seed.
 */
public final class FitCaption {

    private static final Pattern MARKS = Pattern.compile("([\\\\`*_\\[\\]<>#|~])");

    private FitCaption() {
    }

    /**
     * Writes the caption of a chart.
     *
     * @param plot
     *            the chart as it is drawn
     * @param answer
     *            the fit that it shows, or null if it shows none
     * @param locale
     *            language and number format
     * @param form
     *            plain text or Markdown
     * @return the caption, lines ended by a line feed
     */
    public static String write(Plot plot, FitAnswer answer, Locale locale, Caption.Form form) {
        boolean plain = form == Caption.Form.TEXT;
        List<String> lines = new ArrayList<>();
        lines.add(plain ? plot.title() : "**" + escaped(plot.title()) + "**");
        if (!plain) {
            lines.add("");
        }
        lines.add(plain ? plot.description() : escaped(plot.description()));
        List<String> facts = answer == null ? List.of() : facts(answer, locale);
        if (!facts.isEmpty()) {
            lines.add("");
            facts.forEach(fact -> lines.add(plain ? "  " + fact : "- " + escaped(fact)));
        }
        if (!plot.notes().isEmpty()) {
            lines.add("");
            plot.notes().forEach(note -> lines.add(plain ? note : escaped(note)));
        }
        lines.add("");
        String version = say(locale, "fit.caption.version", Version.text());
        lines.add(plain ? version : "*" + escaped(version) + "*");
        return String.join("\n", lines) + "\n";
    }

    /**
     * Says in sentences what was fitted and what came out.
     *
     * @param answer
     *            the fit
     * @param locale
     *            language and number format
     * @return sentences
     */
    public static List<String> facts(FitAnswer answer, Locale locale) {
        List<String> facts = new ArrayList<>();
        switch (answer) {
            case FitAnswer.Parametric parametric -> parametric(facts, parametric, locale);
            case FitAnswer.Allocation allocation -> facts.add(say(locale, "fit.caption.allocation",
                    exact(allocation.parameters().coefficient(), locale),
                    exact(allocation.parameters().exponent(), locale), exact(allocation.tokens().coefficient(), locale),
                    exact(allocation.tokens().exponent(), locale)));
        }
        String file = answer.file().hash().isEmpty()
                ? say(locale, "fit.caption.file", answer.file().name())
                : say(locale, "fit.caption.hash", answer.file().name(), answer.file().hash());
        facts.add(say(locale, "fit.caption.runs", answer.runs().size(), answer.file().runs().size()) + " " + file);
        return facts;
    }

    private static void parametric(List<String> facts, FitAnswer.Parametric answer, Locale locale) {
        ParametricFit fit = answer.fit();
        facts.add("L = " + fit.options().form().expression());
        List<String> symbols = fit.options().form().constants();
        double[] constants = fit.constants();
        Bootstrap bootstrap = fit.bootstrap();
        List<String> parts = new ArrayList<>();
        for (int j = 0; j < constants.length; j++) {
            int index = j;
            String value = symbols.get(j) + " = " + exact(constants[j], locale);
            parts.add(bootstrap == null ? value
                    : value + " ± " + shown(bootstrap.standardError(k -> k[index]), locale));
        }
        facts.add(say(locale, "caption.constants", parts.stream().collect(Collectors.joining("; "))));
        facts.add(say(locale, "fit.caption.objective",
                say(locale, "fit.objective." + fit.options().objective().kind().key()),
                exact(fit.objective(), locale), fit.agreeing(), fit.starts()));
        if (bootstrap != null) {
            facts.add(say(locale, "fit.caption.bootstrap", bootstrap.resamples(), Long.toString(bootstrap.seed()),
                    bootstrap.generator()));
        }
    }

    private static String shown(double value, Locale locale) {
        return Quantities.format(value, Unit.ONE, locale);
    }

    private static String exact(double value, Locale locale) {
        return Quantities.exact(value).replace('.', DecimalFormatSymbols.getInstance(locale).getDecimalSeparator());
    }

    private static String say(Locale locale, String key, Object... arguments) {
        return Messages.text(locale, key, arguments);
    }

    private static String escaped(String text) {
        return MARKS.matcher(text).replaceAll("\\\\$1");
    }
}
