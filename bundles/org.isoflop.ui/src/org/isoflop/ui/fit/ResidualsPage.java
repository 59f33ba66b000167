package org.isoflop.ui.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.isoflop.core.chart.Across;
import org.isoflop.core.chart.FitCharts;
import org.isoflop.core.fit.FitAnswer;
import org.isoflop.ui.Messages;

/** How far the fit predicts each run too high or too low. */
final class ResidualsPage extends RunPage {

    private Combo across;

    ResidualsPage(Consumer<Set<Integer>> refit) {
        super("residuals", refit);
    }

    @Override
    void createOptions(Composite parent) {
        across = combo(parent, "fit.points.across",
                Arrays.stream(Across.values()).map(each -> each.title(locale())).toList());
        choice.createButton(parent);
    }

    @Override
    Calculation calculation(FitSession session) {
        choice.turn(session);
        FitAnswer.Parametric answer = parametric(session);
        Across over = Across.values()[across.getSelectionIndex()];
        int marked = choice.marked();
        double[] residuals = answer.fit().residuals();
        double scale = answer.fit().residualScale();
        List<Integer> order = IntStream.range(0, residuals.length).boxed()
                .sorted(Comparator.comparingDouble(run -> -Math.abs(residuals[run]))).toList();
        choice.setOrder(order);
        List<Integer> rows = RunChoice.rows(order, choice.runs());
        return cancelled -> new FitPicture(FitCharts.residuals(answer, over, marked, locale()),
                table(answer, order, residuals, scale, rows), "");
    }

    private static FitTable table(FitAnswer.Parametric answer, List<Integer> order, double[] residuals, double scale,
            List<Integer> marked) {
        List<Integer> numbers = RunChoice.numbers(answer);
        List<List<String>> rows = new ArrayList<>();
        for (int run : order) {
            String[] cells = RunTexts.cells(answer.runs().get(run), numbers.get(run));
            rows.add(List.of(cells[0], RunTexts.number(residuals[run]), RunTexts.number(residuals[run] / scale),
                    cells[4], cells[1], cells[2], cells[3]));
        }
        return new FitTable(List.of(Messages.text("fit.table.run"), Messages.text("fit.table.residual"),
                Messages.text("fit.table.deviation"), Messages.text("fit.table.loss"),
                Messages.text("fit.table.parameters"), Messages.text("fit.table.tokens"),
                Messages.text("fit.table.compute")), rows, marked);
    }
}
