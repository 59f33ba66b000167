package org.isoflop.ui.fit;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.isoflop.analysis.fit.HoldOut;
import org.isoflop.core.chart.FitCharts;
import org.isoflop.core.fit.FitAnswer;
import org.isoflop.ui.Messages;

/** How a fit to the smaller runs predicts the largest ones. */
final class HoldOutPage extends FitPage {

    private static final int TENTH = 10;

    private Spinner count;
    private FitAnswer filled;

    HoldOutPage() {
        super("holdOut");
    }

    @Override
    void createOptions(Composite parent) {
        Composite pair = pair(parent);
        new Label(pair, SWT.NONE).setText(Messages.text("fit.holdOut.count"));
        count = new Spinner(pair, SWT.BORDER);
        count.addListener(SWT.Modify, event -> changed());
    }

    @Override
    void fill(FitSession session, List<LawChoice> laws) {
        if (session != null && session.answer() != filled && refusal(session.answer()) == null) {
            filled = session.answer();
            HoldOut asked = parametric(session).holdOut();
            int runs = filled.runs().size();
            count.setValues(asked == null ? Math.max(1, runs / TENTH) : asked.points().size(), 1,
                    Math.max(1, runs - 1), 0, 1, TENTH);
        }
    }

    @Override
    Calculation calculation(FitSession session) {
        FitAnswer.Parametric answer = parametric(session);
        int held = count.getSelection();
        return cancelled -> {
            HoldOut holdOut = answer.holdOut() != null && answer.holdOut().points().size() == held
                    ? answer.holdOut() : answer.fit().holdOut(held);
            return new FitPicture(FitCharts.holdOut(answer, holdOut, locale()), table(answer, holdOut),
                    Messages.text("fit.holdOut.sentence", held, 100 * holdOut.rootMeanSquare(),
                            100 * holdOut.meanError()));
        };
    }

    private static FitTable table(FitAnswer.Parametric answer, HoldOut holdOut) {
        List<Integer> numbers = RunChoice.numbers(answer);
        List<List<String>> rows = new ArrayList<>();
        for (HoldOut.Point point : holdOut.points()) {
            rows.add(List.of(RunTexts.name(answer.runs().get(point.run()), numbers.get(point.run())),
                    RunTexts.flop(answer.runs().get(point.run()).compute()), RunTexts.loss(point.observed()),
                    RunTexts.loss(point.predicted()), RunTexts.percent(point.error())));
        }
        return new FitTable(List.of(Messages.text("fit.table.run"), Messages.text("fit.table.compute"),
                Messages.text("fit.table.observed"), Messages.text("fit.table.predicted"),
                Messages.text("fit.table.error")), rows, List.of());
    }
}
