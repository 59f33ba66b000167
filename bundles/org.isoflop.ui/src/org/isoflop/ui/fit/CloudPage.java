package org.isoflop.ui.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.isoflop.analysis.fit.ParametricFit;
import org.isoflop.core.chart.FitCharts;
import org.isoflop.core.fit.FitAnswer;
import org.isoflop.ui.Messages;

/** The joint cloud of any two constants, and how all of them are correlated. */
final class CloudPage extends FitPage {

    /** Wide enough for the symbol of a constant. */
    private static final int SYMBOL = 90;

    private Combo first;
    private Combo second;
    private Combo law;
    private List<LawChoice> offered = List.of();

    CloudPage() {
        super("cloud");
    }

    @Override
    boolean usesLaws() {
        return true;
    }

    @Override
    String refusal(FitAnswer answer) {
        if (!(answer instanceof FitAnswer.Parametric parametric)) {
            return super.refusal(answer);
        }
        if (parametric.fit().options().form().constants().size() < 2) {
            return Messages.text("fit.cloud.one");
        }
        return parametric.fit().bootstrap() == null || parametric.fit().bootstrap().draws().size() < 2
                ? Messages.text("fit.page.onlyBootstrap") : null;
    }

    @Override
    void createOptions(Composite parent) {
        first = combo(parent, "fit.cloud.first", List.of(), SYMBOL);
        second = combo(parent, "fit.cloud.second", List.of(), SYMBOL);
        law = combo(parent, "fit.cloud.law", List.of());
    }

    @Override
    void fill(FitSession session, List<LawChoice> laws) {
        if (session == null || refusal(session.answer()) != null) {
            return;
        }
        ParametricFit fit = parametric(session).fit();
        List<String> symbols = fit.options().form().constants();
        refill(first, symbols, Math.max(0, symbols.size() - 2));
        refill(second, symbols, symbols.size() - 1);
        offered = laws.stream().filter(one -> one.law().form() == fit.options().form().law()).toList();
        List<String> names = new ArrayList<>(List.of(Messages.text("fit.method.noLaw")));
        offered.forEach(one -> names.add(one.name()));
        refill(law, names, 0);
    }

    @Override
    Calculation calculation(FitSession session) {
        FitAnswer.Parametric answer = parametric(session);
        int x = first.getSelectionIndex();
        int y = second.getSelectionIndex();
        Map<String, double[]> others = new LinkedHashMap<>();
        if (law.getSelectionIndex() > 0) {
            LawChoice chosen = offered.get(law.getSelectionIndex() - 1);
            others.put(chosen.name(), chosen.law().constantValues());
        }
        return cancelled -> new FitPicture(FitCharts.cloud(answer, x, y, others, locale()), correlations(answer), "");
    }

    private static FitTable correlations(FitAnswer.Parametric answer) {
        List<String> symbols = answer.fit().options().form().constants();
        List<ToDoubleFunction<double[]>> numbers = new ArrayList<>();
        for (int j = 0; j < symbols.size(); j++) {
            int index = j;
            numbers.add(k -> k[index]);
        }
        double[][] covariance = answer.fit().bootstrap().covariance(numbers);
        List<String> columns = new ArrayList<>(List.of(Messages.text("fit.cloud.correlation")));
        columns.addAll(symbols);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < symbols.size(); i++) {
            List<String> row = new ArrayList<>(List.of(symbols.get(i)));
            for (int j = 0; j < symbols.size(); j++) {
                row.add(RunTexts.number(covariance[i][j] / Math.sqrt(covariance[i][i] * covariance[j][j])));
            }
            rows.add(row);
        }
        return new FitTable(columns, rows, List.of());
    }
}
