package org.isoflop.core.evaluation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import org.isoflop.analysis.Localised;
import org.isoflop.analysis.graph.Origin;
import org.isoflop.analysis.strategy.Input;
import org.isoflop.analysis.unit.Amount;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.mapping.Figure;
import org.isoflop.core.mapping.StudyData.AcceleratorData;
import org.isoflop.core.mapping.StudyData.PriceData;

/**
 * The prices that hold for a step: the last ones asked by the start of the scenario, never later ones; without a start
 * the latest. Of rents, that on demand, or for serving the one with the longest commitment that the life fills.
 */
final class Prices {

    private static final double DAYS_IN_YEAR = 365.25;

    private final Given given;
    private final AcceleratorData accelerator;
    private final String start;
    private final double years;
    private final List<Localised> assumptions;

    /**
     * @param years
     *            how long the devices are needed; 0 where that is not known
     */
    Prices(Given given, AcceleratorData accelerator, String start, double years, List<Localised> assumptions) {
        this.given = given;
        this.accelerator = accelerator;
        this.start = start;
        this.years = years;
        this.assumptions = assumptions;
    }

    Input purchase() {
        return said(latest(PriceData::purchase, price -> true), PriceData::purchase, Unit.USD);
    }

    Input rent() {
        Optional<PriceData> onDemand = latest(PriceData::rent, price -> commitment(price) == 0);
        Optional<PriceData> reserved = accelerator.prices().stream().map(Prices::commitment)
                .filter(one -> one > 0 && (one <= years || onDemand.isEmpty())).max(Comparator.naturalOrder())
                .flatMap(longest -> latest(PriceData::rent, price -> commitment(price) == longest));
        return said(reserved.or(() -> onDemand), PriceData::rent, Unit.USD_PER_HOUR);
    }

    /** Returns the years from the date of the purchase price until the start, or null if a date is missing. */
    Input yearsBefore() {
        Optional<LocalDate> from = latest(PriceData::purchase, price -> true).map(PriceData::date)
                .flatMap(Hardware::date);
        Optional<LocalDate> to = Hardware.date(start);
        return from.isEmpty() || to.isEmpty()
                ? null
                : new Input(Math.max(0, ChronoUnit.DAYS.between(from.get(), to.get())) / DAYS_IN_YEAR,
                        new Origin(null, null, "derived"));
    }

    private static int commitment(PriceData price) {
        return Objects.requireNonNullElse(price.years(), 0);
    }

    private Optional<PriceData> latest(Function<PriceData, Figure> kind, Predicate<PriceData> which) {
        return accelerator.prices().stream().filter(which)
                .filter(price -> kind.apply(price) != null && kind.apply(price).value() != null)
                .filter(price -> known(price.date()))
                .max(Comparator.comparing(price -> Objects.requireNonNullElse(price.date(), "")));
    }

    /** Tells whether a price was asked by the start; where one date says less than the other, its whole time counts. */
    private boolean known(String date) {
        if (start == null || date == null) {
            return true;
        }
        int length = Math.min(start.length(), date.length());
        return date.substring(0, length).compareTo(start.substring(0, length)) <= 0;
    }

    private Input said(Optional<PriceData> found, Function<PriceData, Figure> kind, Unit unit) {
        if (found.isEmpty()) {
            boolean later = accelerator.prices().stream()
                    .anyMatch(price -> kind.apply(price) != null && kind.apply(price).value() != null);
            if (later) {
                assumptions.add(new Remark("assumption.price.later", List.of(accelerator.id(), start)));
            }
            return null;
        }
        PriceData price = found.get();
        Figure figure = kind.apply(price);
        String provider = price.provider() == null ? "" : " (" + price.provider() + ")";
        Amount amount = new Amount(figure.value(), unit);
        assumptions.add(price.date() == null
                ? new Remark("assumption.price.undated", List.of(accelerator.id(), amount))
                : new Remark("assumption.price", List.of(accelerator.id(), amount, price.date(), provider)));
        if (unit == Unit.USD_PER_HOUR && commitment(price) > 0) {
            assumptions.add(new Remark("assumption.price.reserved", List.of(accelerator.id(), commitment(price))));
        }
        return given.input(figure);
    }
}
