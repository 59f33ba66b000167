package org.isoflop.core.json;

import java.util.ArrayList;
import java.util.List;

import org.isoflop.analysis.law.LawForm;
import org.isoflop.analysis.law.Step;

/** The formula of a law as people read it: one line for each quantity, the answer last. */
public final class LawFormula {

    private static final int ONE_LINE = 60;

    private LawFormula() {
    }

    /**
     * Returns the lines.
     *
     * @param form
     *            a form
     * @return one line where it is short enough, else one line for each step
     */
    public static List<String> lines(LawForm form) {
        if (form.ownFormulas().size() > 1) {
            return form.ownFormulas().stream().map(line -> line.symbol() + " = " + line.expression()).toList();
        }
        List<Step> steps = form.steps();
        Step last = steps.getLast();
        String whole = form.formula();
        if (whole.length() <= ONE_LINE && steps.stream().noneMatch(step -> step != last && isAnswer(step))) {
            return List.of(last.symbol() + " = " + whole);
        }
        List<String> lines = new ArrayList<>();
        steps.forEach(step -> lines.add(step.symbol() + " = " + step.formula()));
        return lines;
    }

    private static boolean isAnswer(Step step) {
        return step.symbol().equals("N") || step.symbol().equals("D");
    }
}
