package org.isoflop.core.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;

import org.isoflop.analysis.decision.Limit;
import org.isoflop.analysis.strategy.Violation;
import org.isoflop.core.Messages;
import org.isoflop.core.Refusal;
import org.isoflop.core.evaluation.Ends;
import org.isoflop.core.evaluation.Measure;
import org.isoflop.core.evaluation.Share;
import org.isoflop.core.evaluation.StrategyResult;
import org.isoflop.model.Text;

/** The strategies of a scenario side by side: a column for each, rows in groups, the best of a row marked. */
final class StrategyTable {

    /** Less or more of these is neither better nor worse by itself. */
    private static final Set<String> NEUTRAL = Set.of("parameters", "activeParameters",
            "trainableParameters", "tokens", "tokensPerParameter", "epochs", "batch", "devices", "servingDevices");
    private static final int MANY = 5;

    private final ScenarioReport report;
    private final List<StrategyResult> strategies;
    private final Locale locale;
    private final Html html;

    StrategyTable(ScenarioReport report, Locale locale, Html html) {
        this.report = report;
        this.strategies = report.decision().result().strategies();
        this.locale = locale;
        this.html = html;
    }

    void write() {
        html.raw("<div class=\"scroll\">\n<table class=\"measures" + (strategies.size() > MANY ? " many" : "")
                + "\">\n<thead><tr>").element("th", "words", text("report.measure"));
        strategies.forEach(this::head);
        html.raw("</tr></thead>\n");
        for (Measure.Group group : Measure.Group.values()) {
            List<Measure> rows = group.measures().stream().filter(measure -> strategies.stream()
                    .anyMatch(strategy -> strategy.measure(measure.id()).isPresent())).toList();
            if (!rows.isEmpty()) {
                html.raw("<tbody>\n<tr class=\"group\"><th class=\"words\" colspan=\"")
                        .raw(Integer.toString(strategies.size() + 1)).raw("\">").text(group.text(locale))
                        .raw("</th></tr>\n");
                rows.forEach(this::row);
                html.raw("</tbody>\n");
            }
        }
        html.raw("<tbody class=\"verdicts\">\n");
        shares();
        html.raw("<tr>").element("td", "words", text("report.limits"));
        for (StrategyResult strategy : strategies) {
            html.open("td", null);
            verdict(strategy);
            html.close("td");
        }
        html.raw("</tr>\n</tbody>\n</table>\n</div>\n");
        html.element("p", "legend", text("report.legend")).line();
    }

    private void head(StrategyResult strategy) {
        html.open("th", null).text(name(strategy));
        if (position(strategy) >= 0 && position(strategy) == report.decision().decision().winner()) {
            html.raw("<br>").element("span", "tag winner", text("report.best"));
        }
        html.close("th");
    }

    private int position(StrategyResult strategy) {
        return report.decision().strategies().indexOf(strategy);
    }

    private void row(Measure measure) {
        html.raw("<tr>").element("td", "words", measure.text(locale));
        double best = best(measure);
        for (StrategyResult strategy : strategies) {
            OptionalDouble value = strategy.measure(measure.id());
            html.open("td", "number");
            if (value.isEmpty()) {
                html.text("–");
            } else {
                String shown = measure.show(value.getAsDouble(), locale);
                if (strategy.isFeasible() && value.getAsDouble() == best) {
                    html.element("span", "best", "★\u00a0" + shown);
                } else if (isBroken(strategy, measure)) {
                    html.element("span", "bad", "✕\u00a0" + shown);
                } else {
                    html.text(shown);
                }
                interval(strategy, measure);
            }
            html.close("td");
        }
        html.raw("</tr>\n");
    }

    /** The best value of those strategies that keep all limits, or NaN where there is nothing to compare. */
    private double best(Measure measure) {
        double[] values = strategies.stream().filter(StrategyResult::isFeasible)
                .map(strategy -> strategy.measure(measure.id())).filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble).toArray();
        if (NEUTRAL.contains(measure.id()) || Arrays.stream(values).distinct().count() < 2) {
            return Double.NaN;
        }
        return Arrays.stream(values).reduce((left, right) -> measure.sense().compare(left, right) <= 0 ? left : right)
                .orElse(Double.NaN);
    }

    private boolean isBroken(StrategyResult strategy, Measure measure) {
        int position = position(strategy);
        return position >= 0 && report.decision().decision().alternatives().get(position).limits().stream()
                .filter(limit -> limit.measure().equals(measure.id())).map(Limit::constraint)
                .anyMatch(constraint -> strategy.result().violations().stream().map(Violation::constraint)
                        .anyMatch(constraint::equals));
    }

    private void interval(StrategyResult strategy, Measure measure) {
        int position = position(strategy);
        if (position >= 0) {
            Ends.of(report.draws(), position, measure, locale)
                    .ifPresent(ends -> html.raw("<br>").element("small", ends));
        }
    }

    private void shares() {
        if (report.draws() == null || report.decision().decision().uncertain().isEmpty()) {
            return;
        }
        html.raw("<tr>").element("td", "words", text("report.winShare"));
        for (StrategyResult strategy : strategies) {
            int position = position(strategy);
            html.element("td", "number", position < 0 ? "–"
                    : Share.text(report.draws().winShare(position), locale));
        }
        html.raw("</tr>\n");
    }

    private void verdict(StrategyResult strategy) {
        if (strategy.refusal() != null) {
            html.element("span", "bad", Refusal.message(strategy.refusal(), locale));
        } else if (strategy.isFeasible()) {
            html.element("span", "good", text("report.kept"));
        } else {
            for (Violation violation : strategy.result().violations()) {
                html.element("div", "bad", violation.text(locale));
            }
        }
    }

    private String name(StrategyResult result) {
        Text name = result.strategy().name();
        return name == null ? Objects.toString(result.strategy().id(), "") : name.get(locale);
    }

    private String text(String key, Object... arguments) {
        return Messages.text(locale, key, arguments);
    }
}
