package org.isoflop.ui.fit;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.isoflop.analysis.fit.ComputeMultiplier;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.chart.FitBands;
import org.isoflop.core.chart.LawCharts;
import org.isoflop.core.chart.LawCharts.Named;
import org.isoflop.core.fit.FitAnswer;
import org.isoflop.ui.Messages;

/** How much compute one recipe saves against another. */
final class MultiplierPage extends FitPage {

    private static final double LEVEL = 0.95;
    private static final double SPAN = 1000;

    private Combo first;
    private Combo second;
    private NumberInput compute;
    private List<LawChoice> laws = List.of();

    MultiplierPage() {
        super("multiplier");
    }

    @Override
    boolean usesLaws() {
        return true;
    }

    @Override
    boolean needsFit() {
        return false;
    }

    @Override
    void createOptions(Composite parent) {
        first = combo(parent, "fit.multiplier.first", List.of());
        second = combo(parent, "fit.multiplier.second", List.of());
        compute = new NumberInput(pair(parent), "fit.multiplier.compute", Unit.FLOP, "1e22", false, this::changed);
    }

    @Override
    void fill(FitSession session, List<LawChoice> choices) {
        List<LawChoice> next = new ArrayList<>();
        if (session != null && session.answer() instanceof FitAnswer.Parametric answer) {
            String name = Messages.text("fit.laws.thisFit");
            Law law = FitBands.law(answer, name);
            if (LawCharts.isRecipe(law)) {
                next.add(new LawChoice(name, law));
            }
        }
        choices.stream().filter(one -> LawCharts.isRecipe(one.law())).forEach(next::add);
        laws = List.copyOf(next);
        List<String> names = laws.stream().map(LawChoice::name).toList();
        refill(first, names, 1);
        refill(second, names, 0);
    }

    @Override
    Calculation calculation(FitSession session) {
        String problem = compute.problem();
        if (laws.size() < 2 || problem != null) {
            String sentence = problem == null ? Messages.text("fit.multiplier.two") : problem;
            return cancelled -> new FitPicture(null, null, sentence);
        }
        Named old = laws.get(first.getSelectionIndex()).named();
        Named other = laws.get(second.getSelectionIndex()).named();
        double c = compute.value();
        return cancelled -> new FitPicture(LawCharts.multiplier(old, other, c / SPAN, c * SPAN, locale(), cancelled),
                null, sentence(old, other, c));
    }

    private static String sentence(Named old, Named other, double c) {
        ComputeMultiplier multiplier = ComputeMultiplier.between(old.law(), other.law(), c, LEVEL);
        String flop = RunTexts.flop(c);
        return multiplier.interval()
                .map(interval -> Messages.text("fit.multiplier.interval", other.name(), old.name(), flop,
                        RunTexts.number(multiplier.factor()), RunTexts.number(interval.low()),
                        RunTexts.number(interval.high()), 100 * LEVEL))
                .orElseGet(() -> Messages.text("fit.multiplier.alone", other.name(), old.name(), flop,
                        RunTexts.number(multiplier.factor())));
    }
}
