package org.isoflop.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.isoflop.analysis.fit.FitOptions;
import org.isoflop.analysis.law.Answer;
import org.isoflop.analysis.law.Interval;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.law.LawUnit;
import org.isoflop.analysis.law.Point;
import org.isoflop.analysis.law.Term;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.catalog.Catalog.LawInStudy;
import org.isoflop.core.fit.FitJson;
import org.isoflop.core.fit.Prediction;
import org.isoflop.core.json.Json;
import org.isoflop.core.json.LawJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code loss}: what a law predicts. */
@Command(name = "loss")
final class LossCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common;

    @Option(names = "--law", required = true, paramLabel = "LAW", descriptionKey = "law")
    String lawName;

    @Mixin
    PointOptions where = new PointOptions();

    @Mixin
    InputOption input = new InputOption();

    LossCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        LawInStudy found = LawLookup.find(console, lawName);
        Law law = found.law().law();
        if (law.answers().contains(Answer.LOSS)) {
            law = input.applied(console, law);
        }
        return answer(found, law, where.point(console, law, law.form().inputs()));
    }

    private int answer(LawInStudy found, Law law, Point point) {
        double loss = law.loss(point);
        List<Term> terms = law.terms(point);
        Optional<Interval> interval = law.interval(drawn -> drawn.loss(point), FitOptions.LEVEL);
        if (console.json()) {
            Map<String, Object> answer = Json.object();
            answer.put("law", law.id());
            answer.put("loss", loss);
            interval.ifPresent(ends -> FitJson.interval(answer, ends, List.of(Prediction.Part.CONSTANTS)));
            Map<String, Object> parts = Json.object();
            terms.forEach(term -> parts.put(term.label(), term.value()));
            answer.put("terms", parts);
            LawJson.inputs(answer, law);
            answer.put("counts", LawJson.counts(law));
            answer.put("extrapolates", LawJson.extrapolates(law.extrapolates(point)));
            console.answer(answer);
            return ExitStatus.DONE;
        }
        console.print(console.text("loss.answer", console.show(loss, Unit.NATS_PER_TOKEN), law.id(),
                found.law().corpus() == null ? console.text("corpus.unknown") : found.law().corpus()));
        interval.ifPresent(ends -> LawText.interval(console, ends, new LawUnit(Unit.NATS_PER_TOKEN, null)));
        for (Term term : terms) {
            console.print("  " + console.text("term." + term.label()) + "  "
                    + console.show(term.value(), Unit.NATS_PER_TOKEN));
        }
        LawText.inputs(console, law);
        LawText.counts(console, law);
        LawText.warn(console, law.extrapolates(point));
        return ExitStatus.DONE;
    }
}
