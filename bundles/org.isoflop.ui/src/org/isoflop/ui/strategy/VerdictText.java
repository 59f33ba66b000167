package org.isoflop.ui.strategy;

import java.util.Locale;
import java.util.StringJoiner;

import org.isoflop.analysis.Localised;
import org.isoflop.analysis.strategy.Violation;
import org.isoflop.core.Refusal;
import org.isoflop.core.comparison.Comparison;
import org.isoflop.core.evaluation.Measure;
import org.isoflop.core.evaluation.StrategyResult;
import org.isoflop.ui.Messages;

/** How a strategy stands, in plain words: why it was refused, which limits it breaks, and what it takes for granted. */
final class VerdictText {

    private VerdictText() {
    }

    static String of(StrategyResult result) {
        Locale locale = Locale.getDefault();
        StringJoiner lines = new StringJoiner("\n");
        lines.add(Comparison.name(result, locale));
        if (result.refusal() != null) {
            lines.add(Messages.text("strategies.refused", Refusal.message(result.refusal(), locale)));
            return lines.toString();
        }
        if (result.isFeasible()) {
            lines.add(Messages.text("strategies.kept"));
        }
        for (Violation violation : result.result().violations()) {
            lines.add(Messages.text("strategies.broken", violation.text(locale)));
        }
        if (!result.result().reasons().isEmpty()) {
            lines.add("").add(Messages.text("strategies.unknown"));
            result.result().reasons().forEach((id, reason) -> lines.add(Messages.text("strategies.unknown.why",
                    Measure.find(id).map(measure -> measure.text(locale)).orElse(id), reason.text(locale))));
        }
        if (!result.assumptions().isEmpty()) {
            lines.add("").add(Messages.text("strategies.assumptions"));
            for (Localised assumption : result.assumptions()) {
                lines.add("• " + assumption.text(locale));
            }
        }
        return lines.toString();
    }
}
