package org.isoflop.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import org.isoflop.analysis.fit.FitOptions;
import org.isoflop.analysis.law.Answer;
import org.isoflop.analysis.law.Interval;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.LawUnit;
import org.isoflop.analysis.law.Optimum;
import org.isoflop.analysis.law.Point;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.evaluation.Measure;
import org.isoflop.core.fit.FitJson;
import org.isoflop.core.fit.Prediction;
import org.isoflop.core.json.Json;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code optimum}: how a law spends a compute budget, or reaches a loss, best. */
@Command(name = "optimum")
final class OptimumCommand extends LawCommand {

    @ArgGroup(exclusive = true, multiplicity = "1")
    Goal goal;

    @Option(names = "--unique", paramLabel = "U", descriptionKey = "unique")
    String unique;

    @Option(names = "--inference-tokens", paramLabel = "T", descriptionKey = "inferenceTokens")
    String inferenceTokens;

    /** What is given: a budget or a loss. */
    static final class Goal {

        @Option(names = "--compute", paramLabel = "C", descriptionKey = "compute")
        String compute;

        @Option(names = "--loss", paramLabel = "X", descriptionKey = "loss")
        String loss;
    }

    OptimumCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        Law found = find().law().law();
        Law law = found.answers().contains(Answer.ALLOCATION) ? input.applied(console, found) : found;
        double u = console.quantity("--unique", unique, Unit.TOKENS);
        double served = inferenceTokens == null
                ? 0
                : console.quantity("--inference-tokens", inferenceTokens, Unit.TOKENS);
        double compute = console.quantity("--compute", goal.compute, Unit.FLOP);
        double loss = console.quantity("--loss", goal.loss, Unit.NATS_PER_TOKEN);
        Function<Law, Optimum> question = goal.compute != null
                ? asked -> asked.optimum(compute, u, served)
                : asked -> asked.optimumForLoss(loss, u, served);
        Optimum optimum = question.apply(law);
        Point point = new Point(optimum.parameters(), optimum.tokens(), u, optimum.compute());
        if (console.json()) {
            Map<String, Object> answer = Json.object();
            answer.put("law", law.id());
            answer.put("parameters", optimum.parameters());
            answer.put("tokens", optimum.tokens());
            answer.put("compute", optimum.compute());
            Json.put(answer, "loss", optimum.loss());
            answer.put("tokensPerParameter", optimum.tokensPerParameter());
            Json.put(answer, "epochs", optimum.epochs());
            intervals(answer, law, question);
            finish(answer, law, point);
            return ExitStatus.DONE;
        }
        line(Measure.PARAMETERS, optimum.parameters());
        interval(law, question, Optimum::parameters, Unit.PARAMETERS);
        line(Measure.TOKENS, optimum.tokens());
        interval(law, question, Optimum::tokens, Unit.TOKENS);
        line(Measure.TOKENS_PER_PARAMETER, optimum.tokensPerParameter());
        line(Measure.COMPUTE, optimum.compute());
        if (goal.compute == null) {
            interval(law, question, Optimum::compute, Unit.FLOP);
        }
        line(Measure.LOSS, optimum.loss());
        if (goal.compute != null) {
            interval(law, question, Optimum::loss, Unit.NATS_PER_TOKEN);
        }
        line(Measure.EPOCHS, optimum.epochs());
        finish(law, point);
        return ExitStatus.DONE;
    }

    private static Optional<Interval> interval(Law law, Function<Law, Optimum> question,
            ToDoubleFunction<Optimum> number) {
        return law.interval(drawn -> number.applyAsDouble(question.apply(drawn)), FitOptions.LEVEL);
    }

    private void interval(Law law, Function<Law, Optimum> question, ToDoubleFunction<Optimum> number, Unit unit) {
        interval(law, question, number).ifPresent(ends -> LawText.interval(console, ends, new LawUnit(unit, null)));
    }

    private void intervals(Map<String, Object> answer, Law law, Function<Law, Optimum> question) {
        if (law.uncertainty().isEmpty()) {
            return;
        }
        Map<String, Object> intervals = Json.object();
        put(intervals, "parameters", interval(law, question, Optimum::parameters));
        put(intervals, "tokens", interval(law, question, Optimum::tokens));
        put(intervals, "tokensPerParameter", interval(law, question, Optimum::tokensPerParameter));
        if (goal.compute == null) {
            put(intervals, "compute", interval(law, question, Optimum::compute));
        } else if (answer.containsKey("loss")) {
            put(intervals, "loss", interval(law, question, Optimum::loss));
        }
        answer.put("intervals", intervals);
    }

    private static void put(Map<String, Object> intervals, String name, Optional<Interval> interval) {
        Map<String, Object> ends = Json.object();
        interval.ifPresent(known -> FitJson.interval(ends, known, List.of(Prediction.Part.CONSTANTS)));
        intervals.put(name, ends);
    }

    private void line(Measure measure, double value) {
        if (!Double.isNaN(value)) {
            console.print(console.text("answer.line", measure.text(console.locale()),
                    measure.show(value, console.locale())));
        }
    }
}
