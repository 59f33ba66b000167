package org.isoflop.ui.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.swt.widgets.Composite;
import org.isoflop.analysis.fit.Influence;
import org.isoflop.core.chart.FitCharts;
import org.isoflop.core.fit.FitAnswer;
import org.isoflop.ui.Messages;

/** What leaving out each run does, the strongest first. */
final class InfluencePage extends RunPage {

    InfluencePage(Consumer<Set<Integer>> refit) {
        super("influence", refit);
    }

    @Override
    void createOptions(Composite parent) {
        choice.createButton(parent);
    }

    @Override
    Calculation calculation(FitSession session) {
        choice.turn(session);
        FitAnswer.Parametric answer = parametric(session);
        List<Influence> sorted = FitCharts.byInfluence(answer.fit());
        List<Integer> order = sorted.stream().map(Influence::run).toList();
        choice.setOrder(order);
        int marked = choice.marked();
        List<Integer> rows = RunChoice.rows(order, choice.runs());
        return cancelled -> new FitPicture(FitCharts.influence(answer, marked, locale()), table(answer, sorted, rows),
                "");
    }

    private static FitTable table(FitAnswer.Parametric answer, List<Influence> sorted, List<Integer> marked) {
        List<Integer> numbers = RunChoice.numbers(answer);
        boolean exponent = !Double.isNaN(answer.fit().exponent());
        List<String> symbols = answer.fit().options().form().constants();
        List<String> columns = new ArrayList<>(List.of(Messages.text("fit.table.run"),
                Messages.text(exponent ? "fit.table.exponentChange" : "fit.table.constantChange")));
        if (exponent) {
            columns.add(Messages.text("fit.table.exponent"));
        }
        columns.addAll(symbols);
        List<List<String>> rows = new ArrayList<>();
        for (Influence one : sorted) {
            List<String> cells = new ArrayList<>(List.of(
                    RunTexts.name(answer.runs().get(one.run()), numbers.get(one.run())),
                    RunTexts.number(FitCharts.change(one, answer.fit()))));
            if (exponent) {
                cells.add(RunTexts.number(one.exponent()));
            }
            for (double constant : one.constants()) {
                cells.add(RunTexts.number(constant));
            }
            rows.add(cells);
        }
        return new FitTable(columns, rows, marked);
    }
}
