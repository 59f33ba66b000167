package org.isoflop.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.isoflop.analysis.fit.FitOptions;
import org.isoflop.analysis.law.Formula;
import org.isoflop.analysis.law.Interval;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.Point;
import org.isoflop.core.fit.FitJson;
import org.isoflop.core.fit.Prediction;
import org.isoflop.core.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ask}: all that a law gives, be it a loss or anything else. */
@Command(name = "ask")
final class AskCommand extends LawCommand {

    @Mixin
    PointOptions where = new PointOptions();

    AskCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        Law law = input.applied(console, find().law().law());
        Point point = where.point(console, law, law.form().needs());
        Map<Formula, Double> results = law.results(point);
        if (console.json()) {
            Map<String, Object> answer = Json.object();
            answer.put("law", law.id());
            List<Object> trees = new ArrayList<>();
            results.forEach((formula, value) -> trees.add(tree(law, point, formula, value)));
            answer.put("results", trees);
            finish(answer, law, point);
            return ExitStatus.DONE;
        }
        results.forEach((formula, value) -> {
            console.print(console.text("ask.line", formula.symbol(), formula.unit().show(value, console.locale()),
                    formula.name().text(console.locale())));
            interval(law, point, formula).ifPresent(ends -> LawText.interval(console, ends, formula.unit()));
        });
        finish(law, point);
        return ExitStatus.DONE;
    }

    private static Map<String, Object> tree(Law law, Point point, Formula formula, double value) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("symbol", formula.symbol());
        tree.put("name", formula.name().text(Locale.ENGLISH));
        tree.put("unit", formula.unit().key());
        tree.put("value", value);
        interval(law, point, formula)
                .ifPresent(ends -> FitJson.interval(tree, ends, List.of(Prediction.Part.CONSTANTS)));
        return tree;
    }

    private static Optional<Interval> interval(Law law, Point point, Formula formula) {
        return law.interval(drawn -> drawn.results(point).entrySet().stream()
                .filter(result -> result.getKey().symbol().equals(formula.symbol())).findFirst().orElseThrow()
                .getValue(), FitOptions.LEVEL);
    }
}
