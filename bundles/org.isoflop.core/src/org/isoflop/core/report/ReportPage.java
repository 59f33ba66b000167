package org.isoflop.core.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.isoflop.analysis.Localised;
import org.isoflop.analysis.graph.Node;
import org.isoflop.analysis.graph.Origin;
import org.isoflop.analysis.graph.Spread;
import org.isoflop.analysis.graph.Working;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.SvgWriter;
import org.isoflop.analysis.plot.Theme;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.core.Messages;
import org.isoflop.core.Version;
import org.isoflop.core.chart.Charts;
import org.isoflop.core.evaluation.Ends;
import org.isoflop.core.evaluation.StrategyResult;
import org.isoflop.core.mapping.StudyData.ScenarioData;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.model.Text;

/** The page of a report. */
final class ReportPage {

    /** Significant digits of the numbers in a formula. */
    private static final int DIGITS = 6;

    private final StudyData data;
    private final List<ScenarioReport> scenarios;
    private final List<ReportChart> charts;
    private final Locale locale;
    private final References references;
    private final Html html = new Html();

    ReportPage(StudyData data, List<ScenarioReport> scenarios, List<ReportChart> charts, Locale locale) {
        this.data = data;
        this.scenarios = scenarios;
        this.charts = charts;
        this.locale = locale;
        this.references = new References(data.sources(), locale);
    }

    String html(String fileName, String hash) {
        String title = name(data.name(), data.id());
        html.raw("<!DOCTYPE html>\n<html lang=\"").text(locale.getLanguage()).raw("\">\n<head>\n")
                .raw("<meta charset=\"utf-8\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .element("title", title).raw("\n<style>\n").raw(style()).raw("</style>\n</head>\n<body>\n<main>\n");
        html.element("h1", title).line();
        paragraph(data.description());
        if (scenarios.isEmpty()) {
            html.element("p", text("report.noScenarios")).line();
        }
        scenarios.forEach(this::scenario);
        if (!charts.isEmpty()) {
            html.raw("<section>\n").element("h2", text("report.charts")).line();
            charts.forEach(chart -> figure(chart.plot()));
            html.raw("</section>\n");
        }
        if (!references.isEmpty()) {
            html.raw("<section>\n").element("h2", text("report.sources")).line();
            references.list(html);
            html.raw("</section>\n");
        }
        html.open("footer", null)
                .text(text("report.provenance", Version.text(), fileName, hash)).close("footer");
        return html.raw("\n</main>\n</body>\n</html>\n").toString();
    }

    private void scenario(ScenarioReport report) {
        ScenarioData scenario = report.decision().result().scenario();
        html.raw("<section class=\"scenario\">\n").element("h2", name(scenario.name(), scenario.id())).line();
        if (scenario.question() != null) {
            html.element("p", "question", scenario.question().get(locale)).line();
        }
        paragraph(scenario.description());
        html.element("p", "decision", report.verdict()).line();
        new StrategyTable(report, locale, html).write();
        report.charts().forEach(chart -> figure(chart.plot()));
        inputs(report);
        assumptions(report);
        report.decision().strategies().forEach(this::working);
        html.raw("</section>\n");
    }

    /** The numbers of the study that the answers rest on, each once. */
    private void inputs(ScenarioReport report) {
        Map<String, Node> inputs = new LinkedHashMap<>();
        for (StrategyResult strategy : report.decision().strategies()) {
            for (Node node : strategy.result().graph().nodes()) {
                if (node.isInput() && node.origin() != null && node.origin().path() != null) {
                    inputs.putIfAbsent(node.origin().path(), node);
                }
            }
        }
        if (inputs.isEmpty()) {
            return;
        }
        html.element("h3", text("report.inputs")).raw("\n<div class=\"scroll\">\n<table class=\"inputs\">\n")
                .raw("<thead><tr>").element("th", "words", text("report.working.quantity"))
                .element("th", text("report.working.value")).element("th", text("report.inputs.interval"))
                .element("th", "words", text("report.inputs.status"))
                .element("th", "words", text("report.working.source")).raw("</tr></thead>\n<tbody>\n");
        inputs.forEach(this::input);
        html.raw("</tbody>\n</table>\n</div>\n");
    }

    private void input(String path, Node node) {
        Origin origin = node.origin();
        html.raw("<tr>").open("td", "words").text(node.label().text(locale)).text(" ").element("small", path)
                .close("td");
        html.element("td", "number", Quantities.format(node.value(), node.unit(), locale));
        Spread spread = node.spread();
        html.element("td", "number", spread == null ? "–"
                : Ends.text(spread.low(), spread.high(), end -> Quantities.format(end, node.unit(), locale), locale));
        html.element("td", "words", origin.status() == null ? "–" : text("status." + origin.status()));
        html.open("td", "words");
        if (origin.source() == null) {
            html.text("–");
        } else {
            references.cite(html, origin.source());
        }
        html.close("td").raw("</tr>\n");
    }

    /** What the results take for granted, each once, with the strategies it concerns unless these are all. */
    private void assumptions(ScenarioReport report) {
        List<StrategyResult> strategies = report.decision().strategies();
        Map<String, List<String>> concerned = new LinkedHashMap<>();
        for (StrategyResult strategy : strategies) {
            for (Localised assumption : strategy.assumptions()) {
                concerned.computeIfAbsent(assumption.text(locale), words -> new ArrayList<>()).add(title(strategy));
            }
        }
        if (concerned.isEmpty()) {
            return;
        }
        html.element("h3", text("report.assumptions")).raw("\n<ul>\n");
        concerned.forEach((words, names) -> {
            html.open("li", null).text(words);
            if (names.size() < strategies.size()) {
                html.text(" ").element("span", "soft", text("report.onlySome", String.join(", ", names)));
            }
            html.close("li").line();
        });
        html.raw("</ul>\n");
    }

    private void working(StrategyResult strategy) {
        html.raw("<details>\n").element("summary", text("report.working", title(strategy))).line();
        html.raw("<div class=\"scroll\">\n<table class=\"working\">\n<thead><tr>");
        for (String column : List.of("quantity", "formula", "numbers", "value", "source")) {
            html.element("th", column.equals("value") ? null : "words", text("report.working." + column));
        }
        html.raw("</tr></thead>\n<tbody>\n");
        for (Node node : strategy.result().graph().nodes()) {
            Working working = strategy.result().graph().working(node.id());
            html.raw("<tr>").element("td", "words", working.label().text(locale));
            html.open("td", "words").element("code", formula(working)).close("td");
            html.open("td", "words").element("code", Objects.requireNonNullElse(working.numbers(DIGITS), "")).close(
                    "td");
            html.element("td", "number", Quantities.format(working.value(), working.unit(), locale));
            html.open("td", "words");
            source(working);
            html.close("td").raw("</tr>\n");
        }
        html.raw("</tbody>\n</table>\n</div>\n</details>\n");
    }

    private String formula(Working working) {
        if (working.formula() != null) {
            return working.symbol() + " = " + working.formula();
        }
        return working.condition() == null
                ? working.symbol()
                : working.symbol() + ": " + working.condition().text(locale);
    }

    private void source(Working working) {
        if (working.origin() == null) {
            html.text(Objects.toString(working.source(), ""));
            return;
        }
        html.text(Objects.toString(working.origin().path(), ""));
        if (working.origin().status() != null) {
            html.text(", ").text(text("status." + working.origin().status()));
        }
        if (working.origin().source() != null) {
            html.text(" ");
            references.cite(html, working.origin().source());
        }
    }

    private void figure(Plot plot) {
        html.raw("<figure>\n");
        for (Theme theme : Theme.values()) {
            html.raw("<div class=\"").raw(theme.name().toLowerCase(Locale.ROOT)).raw("\">")
                    .raw(SvgWriter.write(plot, theme, Charts.WIDTH, Charts.HEIGHT)).raw("</div>\n");
        }
        html.element("figcaption", plot.description()).raw("\n</figure>\n");
    }

    private void paragraph(Text words) {
        if (words != null) {
            html.element("p", words.get(locale)).line();
        }
    }

    private String title(StrategyResult result) {
        return name(result.strategy().name(), result.strategy().id());
    }

    private String name(Text name, String id) {
        return name == null ? Objects.toString(id, "") : name.get(locale);
    }

    private String text(String key, Object... arguments) {
        return Messages.text(locale, key, arguments);
    }

    private static String style() {
        try (InputStream in = ReportPage.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
