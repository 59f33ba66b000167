package org.isoflop.analysis.cost;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Prices of one thing over the years.
 *
 * @param prices in the order of their dates
 */
public record PriceHistory(List<Price> prices) {

    /** Sorts the prices. */
    public PriceHistory {
        List<Price> sorted = new ArrayList<>(prices);
        sorted.sort(Comparator.comparing(Price::date));
        prices = List.copyOf(sorted);
    }

    /**
     * The price that held on a day: the last one asked by then. The answer carries its own date, which says how old it
     * is.
     *
     * @param kind what is paid for
     * @param date the day
     * @return empty if none was known yet; nothing is guessed from later prices
     */
    public Optional<Price> at(Price.Kind kind, LocalDate date) {
        return prices.stream().filter(price -> price.kind() == kind && !price.date().isAfter(date))
                .reduce((earlier, later) -> later);
    }

    /**
     * The lowest and the highest of what was asked within a time, where providers disagree.
     *
     * @param kind what is paid for
     * @param from first day
     * @param to last day
     * @return none, one or two prices, the lower one first
     */
    public List<Price> range(Price.Kind kind, LocalDate from, LocalDate to) {
        List<Price> within = prices.stream().filter(price -> price.kind() == kind && !price.date().isBefore(from)
                && !price.date().isAfter(to)).sorted(Comparator.comparingDouble(Price::usd)).toList();
        return within.size() < 2 ? within : List.of(within.getFirst(), within.getLast());
    }
}
