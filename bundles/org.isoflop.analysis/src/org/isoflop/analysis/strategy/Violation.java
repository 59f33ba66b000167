package org.isoflop.analysis.strategy;

import java.util.Locale;

import org.isoflop.analysis.Localised;
import org.isoflop.analysis.Messages;
import org.isoflop.analysis.unit.Amount;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.Unit;

/**
 * A limit that a strategy does not keep.
 *
 * @param constraint {@code moneyBudget, computeBudget, deadline, duration, uniqueTokens, lossGoal, deviceLimit,
 *        clusterDevices, powerLimit, energyLimit, carbonLimit, memory, firstTokenLimit} or {@code tokenLimit}
 * @param value what the strategy needs
 * @param limit what is allowed
 * @param ratio value/limit, above 1
 * @param unit the unit of value and limit
 */
public record Violation(String constraint, double value, double limit, double ratio, Unit unit) implements Localised {

    @Override
    public String text(Locale locale) {
        return Messages.text(locale, "violation." + constraint, new Amount(value, unit).text(locale),
                new Amount(limit, unit).text(locale), Quantities.format(ratio, Unit.ONE, locale));
    }
}
