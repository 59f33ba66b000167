package org.isoflop.core.comparison;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.isoflop.analysis.decision.Sense;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.Messages;
import org.isoflop.core.evaluation.Measure;
import org.isoflop.core.evaluation.Measure.Group;
import org.isoflop.core.evaluation.ScenarioResult;
import org.isoflop.core.evaluation.StrategyResult;
import org.isoflop.model.Text;

/**
 * What the strategies of a scenario come to, side by side.
 *
 * @param result
 *            the results that are compared
 * @param rows
 *            one row for each measure that at least one strategy has, by group
 */
public record Comparison(ScenarioResult result, List<Row> rows) {

    /** Numbers that are nearer than this are the same. */
    private static final double SAME = 1e-9;
    /** From here on a factor says more than a percentage. */
    private static final double FACTOR = 2;
    private static final int DIGITS = 3;
    /** Choices, of which neither more nor less is better. */
    private static final Set<Measure> CHOICES = EnumSet.of(Measure.PARAMETERS, Measure.ACTIVE_PARAMETERS,
            Measure.TRAINABLE_PARAMETERS, Measure.TOKENS, Measure.TOKENS_PER_PARAMETER, Measure.EPOCHS, Measure.BATCH);

    /**
     * One measure of all strategies.
     *
     * @param group
     *            what it is about
     * @param measure
     *            the measure
     * @param values
     *            one for each strategy, empty where it has none
     * @param best
     *            indices of the strategies that have the best value, several if they share it; empty without another
     *            value to win against: only feasible strategies can win
     */
    public record Row(Group group, Measure measure, List<OptionalDouble> values, Set<Integer> best) {

        /** Copies what is given. */
        public Row {
            values = List.copyOf(values);
            best = Set.copyOf(best);
        }

        /**
         * Tells whether the strategies differ in this measure.
         *
         * @return false if all have the same value
         */
        public boolean differs() {
            return IntStream.range(0, values.size()).anyMatch(this::differs);
        }

        /**
         * Tells whether a strategy differs from the first that has a value.
         *
         * @param strategy
         *            index of the strategy
         * @return whether one has a value that the other has not
         */
        public boolean differs(int strategy) {
            OptionalDouble first = first();
            OptionalDouble other = values.get(strategy);
            return first.isPresent() != other.isPresent()
                    || first.isPresent() && !isSame(first.getAsDouble(), other.getAsDouble());
        }

        private OptionalDouble first() {
            return values.stream().filter(OptionalDouble::isPresent).findFirst().orElse(OptionalDouble.empty());
        }

        /**
         * Shows a value.
         *
         * @param strategy
         *            index of the strategy
         * @param locale
         *            language and number format
         * @return the value, or a dash
         */
        public String text(int strategy, Locale locale) {
            OptionalDouble value = values.get(strategy);
            return value.isPresent() ? measure.show(value.getAsDouble(), locale) : "–";
        }

        /**
         * Says how far a strategy is from the first that has a value.
         *
         * @param strategy
         *            index of the strategy
         * @param locale
         *            language and number format
         * @return such as {@code +12 %} or {@code ×3.1}; empty for the first, without both values, and where they are
         *         the same
         */
        public String difference(int strategy, Locale locale) {
            OptionalDouble first = first();
            OptionalDouble other = values.get(strategy);
            if (first.isEmpty() || other.isEmpty() || !differs(strategy)
                    || first.getAsDouble() == 0) {
                return "";
            }
            double ratio = other.getAsDouble() / first.getAsDouble();
            if (ratio >= FACTOR || ratio > 0 && ratio <= 1 / FACTOR) {
                double rounded = new BigDecimal(ratio).round(new MathContext(DIGITS)).doubleValue();
                return Messages.text(locale, "comparison.factor", Quantities.format(rounded, Unit.ONE, locale));
            }
            return Messages.text(locale, "comparison.percent", 100 * (ratio - 1));
        }
    }

    /**
     * Compares results.
     *
     * @param result
     *            the strategies of one scenario
     * @return the table
     */
    public static Comparison of(ScenarioResult result) {
        List<Row> rows = new ArrayList<>();
        for (Group group : Group.values()) {
            for (Measure measure : group.measures()) {
                List<OptionalDouble> values = result.strategies().stream()
                        .map(strategy -> strategy.measure(measure.id())).toList();
                if (values.stream().anyMatch(OptionalDouble::isPresent)) {
                    rows.add(new Row(group, measure, values, best(result.strategies(), measure, values)));
                }
            }
        }
        return new Comparison(result, List.copyOf(rows));
    }

    private static Set<Integer> best(List<StrategyResult> strategies, Measure measure, List<OptionalDouble> values) {
        if (CHOICES.contains(measure)) {
            return Set.of();
        }
        int sign = measure.sense() == Sense.LOWEST ? 1 : -1;
        List<Integer> candidates = IntStream.range(0, values.size())
                .filter(i -> values.get(i).isPresent() && strategies.get(i).isFeasible()).boxed().toList();
        OptionalDouble least = candidates.stream().mapToDouble(i -> sign * values.get(i).getAsDouble()).min();
        Set<Integer> best = candidates.stream()
                .filter(i -> isSame(values.get(i).getAsDouble(), sign * least.getAsDouble()))
                .collect(Collectors.toSet());
        return best.size() < candidates.size() ? best : Set.of();
    }

    private static boolean isSame(double left, double right) {
        return left == right || Math.abs(left - right) <= SAME * Math.max(Math.abs(left), Math.abs(right));
    }

    /**
     * Says in a few words how a strategy stands.
     *
     * @param strategy
     *            index of the strategy
     * @param locale
     *            language
     * @return whether it was refused, keeps all limits, or how many it does not keep
     */
    public String verdict(int strategy, Locale locale) {
        StrategyResult one = result.strategies().get(strategy);
        if (one.refusal() != null) {
            return Messages.text(locale, "comparison.refused");
        }
        return one.isFeasible() ? Messages.text(locale, "report.kept")
                : Messages.text(locale, "comparison.violated", one.result().violations().size());
    }

    /**
     * Writes the table as people read it, for spreadsheets and mails.
     *
     * @param locale
     *            language and number format
     * @return lines of cells with tabs between them
     */
    public String text(Locale locale) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(header(Messages.text(locale, "report.measure"), locale));
        List<String> verdicts = new ArrayList<>(List.of(Messages.text(locale, "report.limits")));
        IntStream.range(0, result.strategies().size()).forEach(i -> verdicts.add(verdict(i, locale)));
        lines.add(verdicts);
        for (Row row : rows) {
            List<String> line = new ArrayList<>(List.of(row.measure().text(locale)));
            IntStream.range(0, row.values().size()).forEach(i -> line.add(row.text(i, locale)));
            lines.add(line);
        }
        return lines.stream().map(line -> String.join("\t", line) + System.lineSeparator())
                .collect(Collectors.joining());
    }

    /**
     * Writes the table as numbers in base units, the same in every language.
     *
     * @return a CSV file: ids of measures and units, then a column for each strategy with its id
     */
    public String csv() {
        StringBuilder csv = new StringBuilder("measure,unit");
        result.strategies().forEach(strategy -> csv.append(',').append(quoted(strategy.strategy().id())));
        csv.append('\n');
        for (Row row : rows) {
            csv.append(row.measure().id()).append(',').append(quoted(row.measure().unit().id()));
            row.values().forEach(value -> csv.append(',')
                    .append(value.isPresent() ? Quantities.exact(value.getAsDouble()) : ""));
            csv.append('\n');
        }
        return csv.toString();
    }

    private List<String> header(String first, Locale locale) {
        List<String> header = new ArrayList<>(List.of(first));
        result.strategies().forEach(strategy -> header.add(name(strategy, locale)));
        return header;
    }

    /**
     * Names a strategy.
     *
     * @param strategy
     *            its result
     * @param locale
     *            language
     * @return its name, or else its id
     */
    public static String name(StrategyResult strategy, Locale locale) {
        Text name = strategy.strategy().name();
        return name == null ? Objects.requireNonNullElse(strategy.strategy().id(), "?") : name.get(locale);
    }

    private static String quoted(String text) {
        String known = Objects.requireNonNullElse(text, "");
        return known.matches("[^\",\r\n]*") ? known : '"' + known.replace("\"", "\"\"") + '"';
    }
}
