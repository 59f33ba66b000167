package org.isoflop.ui.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.Set;

import org.isoflop.analysis.LocalisedException;
import org.isoflop.analysis.fit.Comparison;
import org.isoflop.analysis.fit.ParametricFit;
import org.isoflop.core.chart.Across;
import org.isoflop.core.chart.LawCharts;
import org.isoflop.core.chart.LawCharts.Named;
import org.isoflop.core.fit.FitAnswer;
import org.isoflop.ui.Messages;

/** The fit beside other laws: their curves, and the test whether the runs could have come from them. */
final class LawsPage extends FitPage {

    private static final int FIRST = 3;

    private List<LawChoice> laws = List.of();
    private final Set<String> selected = new TreeSet<>();
    private FitAnswer filled;

    LawsPage() {
        super("laws");
    }

    @Override
    boolean usesLaws() {
        return true;
    }

    @Override
    boolean selectsMany() {
        return true;
    }

    @Override
    void fill(FitSession session, List<LawChoice> choices) {
        if (session == null || refusal(session.answer()) != null) {
            return;
        }
        ParametricFit fit = parametric(session).fit();
        List<LawChoice> drawn = new ArrayList<>(choices.stream()
                .filter(one -> one.law().form() == fit.options().form().law()).toList());
        choices.stream().filter(one -> !drawn.contains(one) && LawCharts.canDraw(one.law(), Across.COMPUTE))
                .forEach(drawn::add);
        boolean other = session.answer() != filled || selected.isEmpty() && !drawn.equals(laws);
        filled = session.answer();
        laws = List.copyOf(drawn);
        if (other) {
            selected.clear();
            laws.stream().filter(one -> one.law().form() == fit.options().form().law())
                    .filter(one -> !one.law().id().equals(session.law())).limit(FIRST)
                    .map(LawChoice::name).forEach(selected::add);
        }
    }

    @Override
    void selected(int... rows) {
        selected.clear();
        for (int row : rows) {
            selected.add(laws.get(row).name());
        }
        changed();
    }

    @Override
    Calculation calculation(FitSession session) {
        FitAnswer.Parametric answer = parametric(session);
        List<LawChoice> all = laws;
        Set<String> chosen = Set.copyOf(selected);
        List<Named> drawn = all.stream().filter(one -> chosen.contains(one.name())).map(LawChoice::named).toList();
        String sentence = answer.fit().bootstrap() == null ? Messages.text("fit.laws.noBootstrap")
                : Messages.text("fit.laws.test");
        return cancelled -> new FitPicture(LawCharts.comparison(answer, drawn, locale(), cancelled),
                table(answer, all, chosen), sentence);
    }

    private static FitTable table(FitAnswer.Parametric answer, List<LawChoice> laws, Set<String> chosen) {
        List<List<String>> rows = new ArrayList<>();
        List<Integer> marked = new ArrayList<>();
        for (LawChoice one : laws) {
            if (chosen.contains(one.name())) {
                marked.add(rows.size());
            }
            rows.add(row(answer.fit(), one));
        }
        return new FitTable(List.of(Messages.text("fit.table.law"), Messages.text("fit.table.chiSquare"),
                Messages.text("fit.table.probability"), Messages.text("fit.table.degrees"),
                Messages.text("fit.table.objective"), Messages.text("fit.table.corpus")), rows, marked);
    }

    private static List<String> row(ParametricFit fit, LawChoice one) {
        String corpus = one.law().corpus() == null ? "" : one.law().corpus();
        if (one.law().form() != fit.options().form().law()) {
            return List.of(one.name(), "", "", "", Messages.text("fit.laws.otherForm"), corpus);
        }
        double objective = ParametricFit.objective(fit.options(), fit.runs(), one.law().constantValues());
        String times = Messages.text("fit.laws.times", RunTexts.number(objective),
                RunTexts.number(objective / fit.objective()));
        if (fit.bootstrap() == null) {
            return List.of(one.name(), "", "", "", times, corpus);
        }
        try {
            Comparison test = Comparison.of(fit, one.law());
            return List.of(one.name(), RunTexts.number(test.chiSquare()),
                    RunTexts.number(test.probability()), Integer.toString(test.degrees()), times, corpus);
        } catch (LocalisedException e) {
            return List.of(one.name(), "", "", "", e.message(locale()), corpus);
        }
    }
}
