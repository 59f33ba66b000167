package org.isoflop.ui.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.chart.Across;
import org.isoflop.core.chart.FitBands;
import org.isoflop.core.chart.LawCharts;
import org.isoflop.core.chart.LawCharts.Gap;
import org.isoflop.core.chart.LawCharts.Named;
import org.isoflop.core.chart.LawCharts.Stretch;
import org.isoflop.core.fit.FitAnswer;
import org.isoflop.ui.Messages;

/** Where laws disagree: their curves, and the area between the lowest and the highest. */
final class DisagreementPage extends FitPage {

    private static final int PLACES = 81;

    private Combo across;
    private NumberInput low;
    private NumberInput high;
    private NumberInput fixed;
    private List<LawChoice> all = List.of();
    private List<LawChoice> laws = List.of();
    private final Set<String> selected = new TreeSet<>();

    DisagreementPage() {
        super("disagreement");
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
    boolean selectsMany() {
        return true;
    }

    @Override
    void createOptions(Composite parent) {
        across = combo(parent, "fit.points.across",
                Arrays.stream(Across.values()).map(each -> each.title(locale())).toList());
        low = new NumberInput(pair(parent), "fit.disagreement.low", Unit.ONE, "1e18", false, this::changed);
        high = new NumberInput(pair(parent), "fit.disagreement.high", Unit.ONE, "1e26", false, this::changed);
        fixed = new NumberInput(pair(parent), "fit.disagreement.fixed", Unit.ONE, "1e12", false, this::changed);
        fixed.setEnabled(false);
        across.addListener(SWT.Selection, event -> turned());
    }

    private void turned() {
        Across over = over();
        fixed.setEnabled(over != Across.COMPUTE);
        low.setText(over == Across.COMPUTE ? "1e18" : over == Across.PARAMETERS ? "1e8" : "1e9");
        high.setText(over == Across.COMPUTE ? "1e26" : over == Across.PARAMETERS ? "1e12" : "1e13");
        fixed.setText(over == Across.PARAMETERS ? "1e12" : "7e10");
    }

    private Across over() {
        return Across.values()[across.getSelectionIndex()];
    }

    @Override
    void fill(FitSession session, List<LawChoice> choices) {
        List<LawChoice> next = new ArrayList<>();
        if (session != null && session.answer() instanceof FitAnswer.Parametric answer) {
            String name = Messages.text("fit.laws.thisFit");
            Law law = FitBands.law(answer, name);
            next.add(new LawChoice(name, law));
        }
        next.addAll(choices);
        boolean first = all.isEmpty();
        all = List.copyOf(next);
        if (first && !choices.isEmpty()) {
            all.stream().filter(one -> LawCharts.isRecipe(one.law())).limit(4).map(LawChoice::name)
                    .forEach(selected::add);
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
        Across over = over();
        laws = all.stream().filter(one -> LawCharts.canDraw(one.law(), over)).toList();
        List<LawChoice> shown = laws;
        Set<String> chosen = Set.copyOf(selected);
        List<Named> drawn = shown.stream().filter(one -> chosen.contains(one.name())).map(LawChoice::named).toList();
        String problem = problem(over, drawn.size());
        Stretch stretch = new Stretch(over, low.value(), high.value(), fixed.value());
        return cancelled -> problem != null ? new FitPicture(null, table(shown, chosen), problem)
                : new FitPicture(LawCharts.disagreement(drawn, stretch, locale(), cancelled), table(shown, chosen),
                        sentence(drawn, stretch));
    }

    private String problem(Across over, int drawn) {
        List<NumberInput> inputs = over == Across.COMPUTE ? List.of(low, high) : List.of(low, high, fixed);
        for (NumberInput input : inputs) {
            if (input.problem() != null) {
                return input.problem();
            }
        }
        if (!(low.value() < high.value())) {
            return Messages.text("fit.disagreement.order");
        }
        return drawn < 2 ? Messages.text("fit.disagreement.two") : null;
    }

    private static String sentence(List<Named> laws, Stretch stretch) {
        Gap most = LawCharts.gaps(laws, stretch, PLACES).stream()
                .max(Comparator.comparingDouble(gap -> gap.high() / gap.low())).orElse(null);
        return most == null ? Messages.text("fit.disagreement.nowhere")
                : Messages.text("fit.disagreement.most", Quantities.format(most.at(), stretch.across().unit(),
                        locale()), most.lowest(), RunTexts.loss(most.low()), most.highest(), RunTexts.loss(most.high()),
                        100 * (most.high() / most.low() - 1));
    }

    private static FitTable table(List<LawChoice> laws, Set<String> chosen) {
        List<List<String>> rows = new ArrayList<>();
        List<Integer> marked = new ArrayList<>();
        for (LawChoice one : laws) {
            if (chosen.contains(one.name())) {
                marked.add(rows.size());
            }
            rows.add(List.of(one.name(), one.law().form().id(), one.law().corpus() == null ? "" : one.law().corpus()));
        }
        return new FitTable(List.of(Messages.text("fit.table.law"), Messages.text("fit.table.form"),
                Messages.text("fit.table.corpus")), rows, marked);
    }
}
