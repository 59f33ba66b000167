package org.isoflop.ui.fit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.isoflop.core.chart.FitCharts;
import org.isoflop.core.fit.FitAnswer;
import org.isoflop.ui.Messages;

/** The runs that the user has selected in the table of a page, and the button that fits without them. */
final class RunChoice {

    private final Consumer<Set<Integer>> refit;
    private Button button;
    private FitSession session;
    private List<Integer> order = List.of();
    private Set<Integer> selected = new TreeSet<>();

    /**
     * Creates the choice.
     *
     * @param refit
     *            makes a fit without runs, by their index in the table of the fit
     */
    RunChoice(Consumer<Set<Integer>> refit) {
        this.refit = refit;
    }

    void createButton(Composite parent) {
        button = new Button(parent, SWT.PUSH);
        button.setText(Messages.text("fit.refit"));
        button.setToolTipText(Messages.text("fit.refit.tip"));
        button.setEnabled(false);
        button.addListener(SWT.Selection, event -> refit.accept(inTable()));
    }

    /** Another fit has other runs. */
    void turn(FitSession next) {
        if (session == null || session.answer() != next.answer()) {
            session = next;
            selected = new TreeSet<>();
            button.setEnabled(false);
        }
    }

    /** Says in which order the table shows the fitted runs. */
    void setOrder(List<Integer> runs) {
        order = runs;
    }

    void select(int... rows) {
        selected = new TreeSet<>();
        Arrays.stream(rows).filter(row -> row < order.size()).forEach(row -> selected.add(order.get(row)));
        button.setEnabled(!selected.isEmpty());
    }

    /** The run that stands out in the chart. */
    int marked() {
        return selected.size() == 1 ? selected.iterator().next() : FitCharts.NONE;
    }

    /** The rows of runs that are selected. */
    static List<Integer> rows(List<Integer> order, Set<Integer> runs) {
        return IntStream.range(0, order.size()).filter(row -> runs.contains(order.get(row))).boxed().toList();
    }

    Set<Integer> runs() {
        return Set.copyOf(selected);
    }

    /** The number of each fitted run in its table, from 1. */
    static List<Integer> numbers(FitAnswer answer) {
        Map<Integer, Integer> places = new HashMap<>();
        List<Integer> lines = answer.file().lines();
        for (int i = 0; i < lines.size(); i++) {
            places.put(lines.get(i), i + 1);
        }
        return answer.lines().stream().map(places::get).toList();
    }

    private Set<Integer> inTable() {
        List<Integer> numbers = numbers(session.answer());
        Set<Integer> runs = new TreeSet<>();
        selected.forEach(run -> runs.add(numbers.get(run) - 1));
        return runs;
    }
}
