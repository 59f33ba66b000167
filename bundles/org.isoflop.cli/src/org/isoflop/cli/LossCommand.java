package org.isoflop.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;

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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code loss}: what a law predicts. */
@Command(name = "loss")
final class LossCommand extends LawCommand {

    @Mixin
    PointOptions where = new PointOptions();

    LossCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        LawInStudy found = find();
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
            finish(answer, law, point);
            return ExitStatus.DONE;
        }
        console.print(console.text("loss.answer", console.show(loss, Unit.NATS_PER_TOKEN), law.id(),
                found.law().corpus() == null ? console.text("corpus.unknown") : found.law().corpus()));
        interval.ifPresent(ends -> LawText.interval(console, ends, new LawUnit(Unit.NATS_PER_TOKEN, null)));
        for (Term term : terms) {
            console.print("  " + console.text("term." + term.label()) + "  "
                    + console.show(term.value(), Unit.NATS_PER_TOKEN));
        }
        finish(law, point);
        return ExitStatus.DONE;
    }
}
