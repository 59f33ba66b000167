package org.isoflop.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.isoflop.analysis.Localised;
import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.decision.Draws;
import org.isoflop.analysis.strategy.Violation;
import org.isoflop.core.Refusal;
import org.isoflop.core.decision.ScenarioDecision;
import org.isoflop.core.evaluation.Ends;
import org.isoflop.core.evaluation.Evaluation;
import org.isoflop.core.evaluation.Measure;
import org.isoflop.core.evaluation.ParetoSet;
import org.isoflop.core.evaluation.ScenarioResult;
import org.isoflop.core.evaluation.StrategyResult;
import org.isoflop.core.json.EvaluationJson;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyMapper;
import org.isoflop.core.study.Setting;
import org.isoflop.core.study.Studies;
import org.isoflop.model.Study;
import org.isoflop.model.Text;
import org.isoflop.model.validate.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evaluate}: what the scenarios of a study come to. */
@Command(name = "evaluate")
final class EvaluateCommand implements Callable<Integer> {

    private static final List<Measure> MAIN = List.of(Measure.LOSS, Measure.SECONDS, Measure.COST,
            Measure.COST_PER_MILLION);

    private final Console console;

    @Mixin
    CommonOptions common;

    @Option(names = "--scenario", paramLabel = "ID", descriptionKey = "scenario")
    String scenario;

    @Option(names = "--set", paramLabel = "PATH=VALUE", descriptionKey = "set")
    List<String> settings = new ArrayList<>();

    @Parameters(paramLabel = "STUDY", descriptionKey = "study")
    String study;

    EvaluateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        StudyData data = StudyMapper.map(read());
        List<ScenarioResult> results = scenario == null
                ? Evaluation.evaluate(data)
                : List.of(Evaluation.evaluate(data, scenario));
        if (console.json()) {
            console.answer(EvaluationJson.results(data, results, console.locale()));
        } else {
            if (results.isEmpty()) {
                console.print(console.text("evaluate.none"));
            }
            results.forEach(result -> print(data, result));
        }
        return ExitStatus.DONE;
    }

    /** Reads the study with what is set for this run; what that makes wrong is refused as if it stood in the file. */
    private Study read() {
        Study read = console.open(study).study();
        if (settings.isEmpty()) {
            return read;
        }
        settings.forEach(setting -> Setting.parse(setting).apply(read));
        Studies.check(read, study).stream().filter(finding -> finding.severity() == Severity.ERROR).findFirst()
                .ifPresent(finding -> {
                    throw WrongInput.of(console.locale(), finding);
                });
        return read;
    }

    private void print(StudyData data, ScenarioResult result) {
        ScenarioDecision decision = ScenarioDecision.of(data, result);
        Draws draws = decision.decision().uncertain().isEmpty() ? null : decision.draws(() -> false);
        console.print(name(result.scenario().name(), result.scenario().id()));
        for (StrategyResult strategy : result.strategies()) {
            console.print("  " + name(strategy));
            if (strategy.refusal() != null) {
                console.print("    " + Refusal.message(strategy.refusal(), console.locale()));
                continue;
            }
            for (Measure measure : Measure.values()) {
                strategy.measure(measure.id()).ifPresent(value -> console.print("    " + console.text("answer.line",
                        measure.text(console.locale()),
                        shown(measure, value, draws, decision.strategies().indexOf(strategy)))));
            }
            missing(strategy);
            for (Violation violation : strategy.result().violations()) {
                console.print("    ! " + violation.text(console.locale()));
            }
            for (Localised assumption : strategy.assumptions()) {
                console.print("    · " + assumption.text(console.locale()));
            }
        }
        if (draws != null) {
            console.print("  " + console.text("evaluate.draws", draws.level(), draws.size()));
        }
        pareto(result.pareto());
        result.best().ifPresent(best -> console.print("  " + console.text("evaluate.best", name(best))));
    }

    /** A value with its interval, where there is one. */
    private String shown(Measure measure, double value, Draws draws, int position) {
        String plain = measure.show(value, console.locale());
        return Ends.of(draws, position, measure, console.locale())
                .map(ends -> console.text("evaluate.interval", plain, ends)).orElse(plain);
    }

    /** Which strategies no other one beats, and which one does. */
    private void pareto(ParetoSet pareto) {
        if (pareto.front().isEmpty()) {
            return;
        }
        String measures = pareto.measures().stream().map(measure -> measure.text(console.locale()))
                .collect(Collectors.joining(console.text("list")));
        console.print("  " + console.text("evaluate.pareto", measures, names(pareto.front())));
        if (!pareto.dominated().isEmpty()) {
            console.print("  " + console.text("evaluate.dominated", pareto.dominated().entrySet().stream()
                    .map(one -> console.text("evaluate.dominatedBy", name(one.getKey()), names(one.getValue())))
                    .collect(Collectors.joining(console.text("list")))));
        }
    }

    private String names(List<StrategyResult> strategies) {
        return strategies.stream().map(this::name).collect(Collectors.joining(console.text("list")));
    }

    /** Says why the measures that people ask for first are not there. */
    private void missing(StrategyResult strategy) {
        for (Measure measure : MAIN) {
            Sentence why = strategy.result().reasons().get(measure.id());
            if (why != null) {
                console.print("    " + console.text("evaluate.missing", measure.text(console.locale()),
                        why.text(console.locale())));
            }
        }
    }

    private String name(StrategyResult strategy) {
        return name(strategy.strategy().name(), strategy.strategy().id());
    }

    private String name(Text name, String id) {
        return name == null ? id : name.get(console.locale());
    }
}
