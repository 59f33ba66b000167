package org.isoflop.ui.fit;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.widgets.Composite;
import org.isoflop.analysis.fit.NextRun;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.chart.FitCharts;
import org.isoflop.core.fit.FitAnswer;
import org.isoflop.ui.Messages;

/** Which run would tell most about the optimum for each FLOP. */
final class NextRunPage extends FitPage {

    private static final int MOST = 50;

    private NumberInput budget;
    private NumberInput least;
    private NumberInput most;
    private int marked;
    private FitAnswer shown;

    NextRunPage() {
        super("nextRun");
    }

    @Override
    String refusal(FitAnswer answer) {
        if (!(answer instanceof FitAnswer.Parametric parametric)) {
            return super.refusal(answer);
        }
        if (parametric.fit().bootstrap() == null) {
            return Messages.text("fit.page.onlyBootstrap");
        }
        return parametric.fit().options().form().isPowerSum() ? null : Messages.text("fit.next.form");
    }

    @Override
    void createOptions(Composite parent) {
        budget = new NumberInput(pair(parent), "fit.next.budget", Unit.FLOP, "5.76e23", false, this::changed);
        least = new NumberInput(pair(parent), "fit.next.least", Unit.FLOP, "1e18", false, this::changed);
        most = new NumberInput(pair(parent), "fit.next.most", Unit.FLOP, "1e21", false, this::changed);
    }

    @Override
    void selected(int... rows) {
        marked = rows.length == 0 ? 0 : rows[0];
        changed();
    }

    @Override
    Calculation calculation(FitSession session) {
        FitAnswer.Parametric answer = parametric(session);
        if (answer != shown) {
            shown = answer;
            marked = 0;
        }
        for (NumberInput input : List.of(budget, least, most)) {
            if (input.problem() != null) {
                String problem = input.problem();
                return cancelled -> new FitPicture(null, null, problem);
            }
        }
        double aim = budget.value();
        double from = least.value();
        double to = most.value();
        int row = marked;
        return cancelled -> {
            List<NextRun> all = NextRun.candidates(answer.fit(), aim, from, to);
            List<NextRun> best = all.subList(0, Math.min(MOST, all.size()));
            int shownRow = Math.min(row, best.size() - 1);
            NextRun chosen = best.get(shownRow);
            String sentence = Messages.text("fit.next.sentence", RunTexts.count(chosen.parameters()),
                    RunTexts.count(chosen.tokens()), RunTexts.flop(chosen.compute()), 100 * chosen.reduction(),
                    RunTexts.flop(aim), RunTexts.number(Math.sqrt(chosen.variance())),
                    RunTexts.number(Math.sqrt(chosen.variance() * (1 - chosen.reduction()))));
            return new FitPicture(FitCharts.nextRun(answer, best, shownRow, locale()), table(best, shownRow), sentence);
        };
    }

    private static FitTable table(List<NextRun> candidates, int marked) {
        List<List<String>> rows = new ArrayList<>();
        for (NextRun one : candidates) {
            rows.add(List.of(RunTexts.count(one.parameters()), RunTexts.count(one.tokens()),
                    RunTexts.flop(one.compute()), RunTexts.share(one.reduction()),
                    RunTexts.flop(one.reductionPerFlop())));
        }
        return new FitTable(List.of(Messages.text("fit.table.parameters"), Messages.text("fit.table.tokens"),
                Messages.text("fit.table.compute"), Messages.text("fit.table.reduction"),
                Messages.text("fit.table.perFlop")), rows, List.of(marked));
    }
}
