package org.isoflop.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.isoflop.analysis.fit.FitOptions;
import org.isoflop.analysis.law.Formula;
import org.isoflop.analysis.law.Interval;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.Point;
import org.isoflop.core.fit.FitJson;
import org.isoflop.core.fit.Prediction;
import org.isoflop.core.json.Json;
import org.isoflop.core.json.LawJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ask}: all that a law gives, be it a loss or anything else. */
@Command(name = "ask")
final class AskCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common;

    @Option(names = "--law", required = true, paramLabel = "LAW", descriptionKey = "law")
    String lawName;

    @Mixin
    PointOptions where = new PointOptions();

    @Mixin
    InputOption input = new InputOption();

    AskCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Law law = input.applied(console, LawLookup.find(console, lawName).law().law());
        Point point = where.point(console, law, law.form().needs());
        Map<Formula, Double> results = law.results(point);
        if (console.json()) {
            Map<String, Object> answer = Json.object();
            answer.put("law", law.id());
            List<Object> trees = new ArrayList<>();
            results.forEach((formula, value) -> trees.add(tree(law, point, formula, value)));
            answer.put("results", trees);
            LawJson.inputs(answer, law);
            answer.put("counts", LawJson.counts(law));
            answer.put("extrapolates", LawJson.extrapolates(law.extrapolates(point)));
            console.answer(answer);
            return ExitStatus.DONE;
        }
        results.forEach((formula, value) -> {
            console.print(console.text("ask.line", formula.symbol(), formula.unit().show(value, console.locale()),
                    formula.name().text(console.locale())));
            interval(law, point, formula).ifPresent(ends -> LawText.interval(console, ends, formula.unit()));
        });
        LawText.inputs(console, law);
        LawText.counts(console, law);
        LawText.warn(console, law.extrapolates(point));
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
