package org.isoflop.core.evaluation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.isoflop.analysis.Localised;
import org.isoflop.analysis.decision.Sense;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.Messages;

/** The measures of a strategy that people compare, in the order of a table. */
public enum Measure implements Localised {

    /** Predicted loss. */
    LOSS("loss", Unit.NATS_PER_TOKEN, Group.QUALITY),
    /** Parameters N. */
    PARAMETERS("parameters", Unit.PARAMETERS, Group.QUALITY),
    /** Parameters that one token uses. */
    ACTIVE_PARAMETERS("activeParameters", Unit.PARAMETERS, Group.QUALITY),
    /** Parameters that tuning trains. */
    TRAINABLE_PARAMETERS("trainableParameters", Unit.PARAMETERS, Group.COMPUTE),
    /** Training tokens D. */
    TOKENS("tokens", Unit.TOKENS, Group.COMPUTE),
    /** D/N. */
    TOKENS_PER_PARAMETER("tokensPerParameter", Unit.TOKENS_PER_PARAMETER, Group.COMPUTE),
    /** Passes over the unique tokens. */
    EPOCHS("epochs", Unit.EPOCHS, Group.COMPUTE),
    /** Training compute C. */
    COMPUTE("compute", Unit.FLOP, Group.COMPUTE),
    /** Devices that train. */
    DEVICES("devices", Unit.DEVICES, Group.COMPUTE),
    /** Devices that serve. */
    SERVING_DEVICES("servingDevices", Unit.DEVICES, Group.COMPUTE),
    /** Memory of the fullest device in training. */
    MEMORY("memoryBytesPerDevice", Unit.BYTES, Group.MEMORY),
    /** Weights and caches of a copy that serves. */
    SERVING_MEMORY("servingMemory", Unit.BYTES, Group.MEMORY),
    /** Time to train. */
    SECONDS("seconds", Unit.SECONDS, Group.TIME),
    /** Time to the first token. */
    FIRST_TOKEN("firstTokenSeconds", Unit.SECONDS, Group.TIME),
    /** Tokens a second for each user. */
    TOKENS_PER_SECOND_PER_USER("tokensPerSecondPerUser", Unit.TOKENS_PER_SECOND, Group.TIME),
    /** Sequences at once on a copy. */
    BATCH("batch", Unit.ONE, Group.TIME),
    /** Tokens a second of a copy. */
    TOKENS_PER_SECOND("tokensPerSecond", Unit.TOKENS_PER_SECOND, Group.TIME),
    /** Money spent once. */
    COST("costOneOff", Unit.USD, Group.MONEY),
    /** Money for a million tokens that are served. */
    COST_PER_MILLION("costPerMillionTokens", Unit.USD_PER_MILLION_TOKENS, Group.MONEY),
    /** Money over the whole life. */
    COST_LIFE("costLife", Unit.USD, Group.MONEY),
    /** Energy spent once. */
    ENERGY("energy", Unit.JOULES, Group.ENERGY),
    /** Energy of a million tokens that are served. */
    ENERGY_PER_MILLION("energyPerMillionTokens", Unit.JOULES, Group.ENERGY),
    /** Energy over the whole life. */
    ENERGY_LIFE("energyLife", Unit.JOULES, Group.ENERGY),
    /** Highest power at the meter. */
    PEAK_POWER("peakPower", Unit.WATTS, Group.ENERGY),
    /** Carbon emitted once, location-based. */
    CARBON("carbon", Unit.GRAMS, Group.ENERGY),
    /** Carbon of a million tokens that are served, location-based. */
    CARBON_PER_MILLION("carbonPerMillionTokens", Unit.GRAMS, Group.ENERGY),
    /** Carbon over the whole life, location-based. */
    CARBON_LIFE("carbonLife", Unit.GRAMS, Group.ENERGY),
    /** Carbon emitted once, market-based. */
    CARBON_MARKET_BASED("carbonMarketBased", Unit.GRAMS, Group.ENERGY),
    /** Carbon of a million tokens that are served, market-based. */
    CARBON_MARKET_BASED_PER_MILLION("carbonMarketBasedPerMillionTokens", Unit.GRAMS, Group.ENERGY),
    /** Carbon over the whole life, market-based. */
    CARBON_MARKET_BASED_LIFE("carbonMarketBasedLife", Unit.GRAMS, Group.ENERGY),
    /** Water used once. */
    WATER("water", Unit.LITRES, Group.ENERGY);

    /** What measures are about; a table shows them in these groups. */
    public enum Group implements Localised {
        /** How good the model is. */
        QUALITY("quality"),
        /** What is computed, on what. */
        COMPUTE("compute"),
        /** Memory. */
        MEMORY("memory"),
        /** Time and speed. */
        TIME("time"),
        /** Money. */
        MONEY("money"),
        /** Energy, carbon and water. */
        ENERGY("energy");

        private final String key;

        Group(String key) {
            this.key = key;
        }

        /**
         * Returns the measures of the group.
         *
         * @return in their order
         */
        public List<Measure> measures() {
            return Arrays.stream(Measure.values()).filter(measure -> measure.group == this).toList();
        }

        @Override
        public String text(Locale locale) {
            return Messages.text(locale, "group." + key);
        }
    }

    /** Units that the name of a measure already says. */
    private static final Set<Unit> NAMED = EnumSet.of(Unit.TOKENS_PER_PARAMETER, Unit.EPOCHS, Unit.DEVICES);

    private static final Set<String> BETTER_HIGH = Set.of("batch", "tokensPerSecond", "tokensPerSecondPerUser");

    private final String id;
    private final Unit unit;
    private final Group group;

    Measure(String id, Unit unit, Group group) {
        this.id = id;
        this.unit = unit;
        this.group = group;
    }

    /**
     * Returns the id of the quantity in the graph of a strategy.
     *
     * @return such as {@code costOneOff}
     */
    public String id() {
        return id;
    }

    /**
     * Returns what the measure is about.
     *
     * @return the group that a table shows it in
     */
    public Group group() {
        return group;
    }

    /**
     * Returns the unit.
     *
     * @return the base unit of its values
     */
    public Unit unit() {
        return unit;
    }

    /**
     * Shows a value beside the name of the measure.
     *
     * @param value
     *            in the base unit
     * @param locale
     *            language and number format
     * @return the value, with its unit unless the name says it
     */
    public String show(double value, Locale locale) {
        return Quantities.format(value, NAMED.contains(unit) ? Unit.ONE : unit, locale);
    }

    /**
     * Tells whether the name of the measure says its unit already.
     *
     * @return true for tokens per parameter and the like
     */
    public boolean saysUnit() {
        return NAMED.contains(unit);
    }

    /**
     * Tells which way the measure is better.
     *
     * @return more for throughput, less for all others
     */
    public Sense sense() {
        return BETTER_HIGH.contains(id) ? Sense.HIGHEST : Sense.LOWEST;
    }

    /**
     * Finds a measure.
     *
     * @param id
     *            id of the quantity, or null
     * @return the measure, if there is one of that id
     */
    public static Optional<Measure> find(String id) {
        return Arrays.stream(values()).filter(measure -> measure.id.equals(id)).findFirst();
    }

    @Override
    public String text(Locale locale) {
        return Messages.text(locale, "measure." + id);
    }
}
