package org.isoflop.analysis.law;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Localised;
import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.expression.Expression;
import org.isoflop.analysis.expression.Program;
import org.isoflop.analysis.unit.Unit;

/** The lines of a form that a law writes down itself, checked and ready to be computed. Immutable. */
final class Formulas {

    static final String LOSS = "L";

    private static final int MOST = 32;
    private static final Pattern SYMBOL = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    /** N, D, U and C in the order of their registers. */
    private static final Map<String, Variable> VARIABLES = new LinkedHashMap<>();

    static {
        VARIABLES.put("N", Variable.PARAMETERS);
        VARIABLES.put("D", Variable.TOKENS);
        VARIABLES.put("U", Variable.UNIQUE_TOKENS);
        VARIABLES.put("C", Variable.COMPUTE);
    }

    private final List<Formula> lines;
    private final List<Input> inputs;
    private final List<String> constants;
    private final Program program;
    private final Map<String, Set<String>> needs = new HashMap<>();

    Formulas(List<Formula> lines, List<Input> inputs) {
        this.lines = lines.stream().map(Formulas::known).toList();
        this.inputs = List.copyOf(inputs);
        if (lines.isEmpty() || lines.size() > MOST || inputs.size() > MOST) {
            throw new DomainException(Sentence.of("form.formula.number", lines.size(), inputs.size(), MOST));
        }
        Set<String> symbols = new HashSet<>();
        for (Input input : inputs) {
            checkSymbol(input.symbol());
            if (VARIABLES.containsKey(input.symbol()) || !symbols.add(input.symbol())) {
                throw new DomainException(Sentence.of("form.formula.input", input.symbol()));
            }
        }
        Set<String> results = new HashSet<>();
        lines.forEach(line -> results.add(line.symbol()));
        constants = constants(symbols, results);
        List<String> names = new ArrayList<>(constants);
        inputs.forEach(input -> names.add(input.symbol()));
        names.addAll(VARIABLES.keySet());
        LinkedHashMap<String, Expression> expressions = new LinkedHashMap<>();
        lines.forEach(line -> expressions.put(line.symbol(), line.expression()));
        program = Program.of(names, constants.size() + inputs.size(), expressions);
        for (Input input : inputs) {
            if (needs.values().stream().noneMatch(used -> used.contains(input.symbol()))) {
                throw new DomainException(Sentence.of("form.formula.unused", input.symbol()));
            }
        }
    }

    private static void checkSymbol(String symbol) {
        if (!SYMBOL.matcher(symbol).matches()) {
            throw new DomainException(Sentence.of("form.formula.symbol", symbol));
        }
    }

    /** All names that are neither variables, inputs nor results, in the order of their first appearance. */
    private List<String> constants(Set<String> symbols, Set<String> results) {
        Set<String> found = new LinkedHashSet<>();
        Set<String> known = new HashSet<>();
        for (Formula line : lines) {
            checkSymbol(line.symbol());
            if (symbols.contains(line.symbol()) || known.contains(line.symbol()) || line.symbol().equals("U")) {
                throw new DomainException(Sentence.of("form.formula.twice", line.symbol()));
            }
            Set<String> needed = new HashSet<>();
            for (String name : line.expression().names()) {
                if (known.contains(name)) {
                    needed.addAll(needs.get(name));
                } else if (results.contains(name)) {
                    throw new DomainException(Sentence.of("form.formula.early", line.symbol(), name));
                } else if (symbols.contains(name) || VARIABLES.containsKey(name)) {
                    needed.add(name);
                } else {
                    found.add(name);
                }
            }
            known.add(line.symbol());
            needs.put(line.symbol(), needed);
        }
        return List.copyOf(found);
    }

    List<Formula> lines() {
        return lines;
    }

    List<Input> inputs() {
        return inputs;
    }

    List<String> constants() {
        return constants;
    }

    boolean gives(String symbol) {
        return needs.containsKey(symbol);
    }

    /** Which of N, D, U and C a line needs, also through the lines before it. */
    Set<Variable> variables(String symbol) {
        Set<Variable> found = EnumSet.noneOf(Variable.class);
        needs.getOrDefault(symbol, Set.of()).stream().filter(VARIABLES::containsKey).map(VARIABLES::get)
                .forEach(found::add);
        return found;
    }

    Set<Variable> variables() {
        Set<Variable> found = EnumSet.noneOf(Variable.class);
        lines.forEach(line -> found.addAll(variables(line.symbol())));
        return found;
    }

    /** Results that every law knows have their names and units without saying. */
    private static Formula known(Formula line) {
        return switch (line.symbol()) {
            case LOSS -> loss(line.expression());
            case "N" -> known("N", "node.parameters", Unit.PARAMETERS, line.expression());
            case "D" -> known("D", "node.tokens", Unit.TOKENS, line.expression());
            case "C" -> known("C", "node.compute", Unit.FLOP, line.expression());
            default -> line;
        };
    }

    private static Formula known(String symbol, String name, Unit unit, Expression expression) {
        return new Formula(symbol, Sentence.of(name), new LawUnit(unit, null), expression);
    }

    static Formula loss(Expression expression) {
        return known(LOSS, "node.loss", Unit.NATS_PER_TOKEN, expression);
    }

    /** The two results of an allocation. */
    static Formula allocation(Step step) {
        return new Formula(step.symbol(), step.label(), new LawUnit(step.unit(), null),
                Expression.parse(step.formula()));
    }

    /** The lines that the last of these results needs, as steps with what computes them. */
    List<Step> steps(String last) {
        Set<String> wanted = new HashSet<>(Set.of(last));
        List<Step> steps = new ArrayList<>();
        for (Formula line : lines.reversed()) {
            if (wanted.contains(line.symbol())) {
                wanted.addAll(line.expression().names());
                steps.addFirst(step(line));
            }
        }
        return steps;
    }

    private static Step step(Formula line) {
        List<String> names = List.copyOf(line.expression().names());
        LinkedHashMap<String, Expression> one = new LinkedHashMap<>();
        one.put(line.symbol(), line.expression());
        Program program = Program.of(names, 0, one);
        String formula = line.expression().toString();
        return new Step(line.symbol(), line.name(), line.unit().known(), formula, names, values -> {
            double[] registers = program.registers();
            System.arraycopy(values, 0, registers, 0, names.size());
            program.run(registers);
            return registers[program.register(line.symbol())];
        });
    }

    /** What the lines give, and from what, in words. */
    Localised answers() {
        List<Localised> results = new ArrayList<>();
        lines.stream().filter(line -> lines.stream().noneMatch(other -> uses(other, line)) || isKnown(line))
                .forEach(line -> results.add(line.name()));
        List<Localised> from = new ArrayList<>(variables());
        from.addAll(inputs);
        return Sentence.of("form.formula.answers", new Listed(results), new Listed(from));
    }

    private static boolean uses(Formula line, Formula other) {
        return line != other && line.expression().names().contains(other.symbol());
    }

    private static boolean isKnown(Formula line) {
        return line.symbol().equals(LOSS) || VARIABLES.containsKey(line.symbol());
    }

    /** Names one after the other, as they stand within a sentence. */
    private record Listed(List<Localised> names) implements Localised {

        @Override
        public String text(Locale locale) {
            return String.join(", ", names.stream().map(name -> within(name.text(locale), locale)).toList());
        }

        private static String within(String name, Locale locale) {
            boolean plain = name.length() > 1 && Character.isLowerCase(name.charAt(1));
            return plain ? name.substring(0, 1).toLowerCase(locale) + name.substring(1) : name;
        }
    }

    /** New scratch with the constants and the law's own inputs filled in. */
    Scratch at(double[] k) {
        return new Scratch(k);
    }

    /** The scratch of one caller: where the lines are computed, and their derivatives. */
    final class Scratch {

        private final double[] registers = program.registers();
        private final double[] tangents = new double[registers.length];
        private final int first = constants.size() + inputs.size();

        Scratch(double[] k) {
            System.arraycopy(k, 0, registers, 0, first);
            program.runFixed(registers);
        }

        /** Computes all lines; without a limit on unique tokens U is D. */
        void run(double n, double d, double u, double c) {
            registers[first] = n;
            registers[first + 1] = d;
            registers[first + 2] = Double.isNaN(u) || Double.isInfinite(u) ? d : u;
            registers[first + 3] = c;
            program.runVariable(registers);
        }

        double value(String symbol) {
            return registers[program.register(symbol)];
        }

        /** The derivative of lines by ln N, after {@link #run}; {@link #slope} reads it. */
        void byParameters() {
            direction(registers[first], 0, 0, 0);
        }

        /** The derivative of lines by ln D, after {@link #run}; without a limit U grows with D. */
        void byTokens(boolean limited) {
            direction(0, registers[first + 1], limited ? 0 : registers[first + 1], 0);
        }

        /** The derivative of lines by ln C, after {@link #run}. */
        void byCompute() {
            direction(0, 0, 0, registers[first + 3]);
        }

        private void direction(double n, double d, double u, double c) {
            for (int i = 0; i < first; i++) {
                tangents[i] = 0;
            }
            tangents[first] = n;
            tangents[first + 1] = d;
            tangents[first + 2] = u;
            tangents[first + 3] = c;
            program.differentiate(registers, tangents);
        }

        double slope(String symbol) {
            return tangents[program.register(symbol)];
        }
    }
}
