package org.isoflop.analysis.expression;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.isoflop.analysis.Sentence;

/**
 * Formulas made ready to be computed often: a list of operations over registers, without recursion and without
 * allocation. A formula may use the results of those before it, each of which is computed once. Immutable; the
 * registers belong to the caller, so that threads can share a program.
 */
public final class Program {

    /** What an operation does. */
    public enum Operator {
        /** −a. */
        MINUS,
        /** a + b. */
        ADD,
        /** a − b. */
        SUBTRACT,
        /** a·b. */
        MULTIPLY,
        /** a/b. */
        DIVIDE,
        /** a^b. */
        POWER,
        /** The lesser of a and b. */
        MIN,
        /** The greater of a and b. */
        MAX,
        /** e^a. */
        EXP,
        /** ln a. */
        LOG,
        /** The decimal logarithm of a. */
        LOG10,
        /** The square root of a. */
        SQRT;

        /**
         * Computes the operation.
         *
         * @param a the first operand
         * @param b the second operand, or any number for an operation with one
         * @return the result, NaN outside the domain
         */
        public double apply(double a, double b) {
            return switch (this) {
                case MINUS -> -a;
                case ADD -> a + b;
                case SUBTRACT -> a - b;
                case MULTIPLY -> a * b;
                case DIVIDE -> a / b;
                case POWER -> Math.pow(a, b);
                case MIN -> Math.min(a, b);
                case MAX -> Math.max(a, b);
                case EXP -> Math.exp(a);
                case LOG -> Math.log(a);
                case LOG10 -> Math.log10(a);
                case SQRT -> Math.sqrt(a);
            };
        }
    }

    private static final double LN_10 = Math.log(10);

    private final int inputs;
    private final int fixed;
    private final double[] numbers;
    private final Operator[] operators;
    private final int[] left;
    private final int[] right;
    private final Map<String, Integer> results;
    private final int[] ofFixed;
    private final int[] ofVariable;

    private Program(int inputs, int fixed, Builder builder, Map<String, Integer> results) {
        this.inputs = inputs;
        this.results = results;
        int size = builder.size;
        numbers = Arrays.copyOf(builder.numbers, size);
        operators = Arrays.copyOf(builder.operators, size);
        left = Arrays.copyOf(builder.left, size);
        right = Arrays.copyOf(builder.right, size);
        this.fixed = Math.min(fixed, inputs);
        ofFixed = operations(true);
        ofVariable = operations(false);
    }

    /**
     * Prepares formulas.
     *
     * @param inputs the names that have values, in the order of their registers
     * @param fixed how many of the inputs, from the first, are fixed while the others vary
     * @param formulas by the name of their result, in the order in which they are computed
     * @return the program
     * @throws ExpressionException if a formula contains a name that is neither an input nor an earlier result
     */
    public static Program of(List<String> inputs, int fixed, LinkedHashMap<String, Expression> formulas) {
        Map<String, Integer> known = new HashMap<>();
        for (String input : inputs) {
            known.put(input, known.size());
        }
        Builder builder = new Builder(inputs.size());
        Map<String, Integer> results = new LinkedHashMap<>();
        formulas.forEach((name, formula) -> {
            int register = builder.translate(formula, known);
            known.put(name, register);
            results.put(name, register);
        });
        return new Program(inputs.size(), fixed, builder, results);
    }

    /**
     * New registers: the inputs come first, in their order; the rest belongs to the program.
     *
     * @return an array that {@link #run} may be given again and again
     */
    public double[] registers() {
        return numbers.clone();
    }

    /**
     * Where a result stands after {@link #run}.
     *
     * @param name the name of a formula
     * @return the index of its register
     */
    public int register(String name) {
        return results.get(name);
    }

    /**
     * Computes all formulas.
     *
     * @param registers from {@link #registers()}, with the inputs filled in
     */
    public void run(double[] registers) {
        runFixed(registers);
        runVariable(registers);
    }

    /**
     * Computes what depends on fixed inputs alone.
     *
     * @param registers from {@link #registers()}, with the fixed inputs filled in
     */
    public void runFixed(double[] registers) {
        run(ofFixed, registers);
    }

    /**
     * Computes the rest, after {@link #runFixed}; it can be repeated for other values of the inputs that vary.
     *
     * @param registers with all inputs filled in
     */
    public void runVariable(double[] registers) {
        run(ofVariable, registers);
    }

    private void run(int[] indices, double[] registers) {
        for (int i : indices) {
            registers[i] = operators[i].apply(registers[left[i]], registers[right[i]]);
        }
    }

    int inputs() {
        return inputs;
    }

    int fixed() {
        return fixed;
    }

    /**
     * What fills a register.
     *
     * @param register an index
     * @return the operation, or null for an input or a number
     */
    public Operator operator(int register) {
        return operators[register];
    }

    /**
     * Where the first operand of an operation stands.
     *
     * @param register that the operation fills
     * @return a smaller index
     */
    public int left(int register) {
        return left[register];
    }

    /**
     * Where the second operand of an operation stands.
     *
     * @param register that the operation fills
     * @return a smaller index; that of the first operand for an operation with one
     */
    public int right(int register) {
        return right[register];
    }

    int[] variableOperations() {
        return ofVariable.clone();
    }

    private int[] operations(boolean ofFixedAlone) {
        boolean[] depends = new boolean[operators.length];
        Arrays.fill(depends, fixed, inputs, true);
        for (int i = inputs; i < operators.length; i++) {
            depends[i] = operators[i] != null && (depends[left[i]] || depends[right[i]]);
        }
        return IntStream.range(inputs, operators.length)
                .filter(i -> operators[i] != null && depends[i] != ofFixedAlone).toArray();
    }

    /**
     * Computes the derivatives of all formulas in one direction.
     *
     * @param registers as {@link #run} left them
     * @param tangents as long; the derivatives of the inputs are filled in, the rest receives those of the results
     */
    public void differentiate(double[] registers, double[] tangents) {
        for (int i = inputs; i < operators.length; i++) {
            Operator operator = operators[i];
            tangents[i] = operator == null
                    ? 0
                    : slope(operator, registers[left[i]], registers[right[i]], registers[i], tangents[left[i]],
                            tangents[right[i]]);
        }
    }

    /** A direction in which an operand does not change is left out: it would bring in 0·∞. */
    private static double slope(Operator operator, double a, double b, double v, double da, double db) {
        return switch (operator) {
            case MINUS -> -da;
            case ADD -> da + db;
            case SUBTRACT -> da - db;
            case MULTIPLY -> times(b, da) + times(a, db);
            case DIVIDE -> times(1 / b, da) - times(v / b, db);
            case POWER -> times(b * Math.pow(a, b - 1), da) + (db == 0 ? 0 : v * Math.log(a) * db);
            case MIN -> a <= b ? da : db;
            case MAX -> a >= b ? da : db;
            case EXP -> times(v, da);
            case LOG -> times(1 / a, da);
            case LOG10 -> times(1 / (a * LN_10), da);
            case SQRT -> times(0.5 / v, da);
        };
    }

    private static double times(double factor, double change) {
        return change == 0 ? 0 : factor * change;
    }

    /** Grows while formulas are translated. */
    private static final class Builder {

        private double[] numbers;
        private Operator[] operators;
        private int[] left;
        private int[] right;
        private int size;

        Builder(int inputs) {
            int room = inputs + 16;
            numbers = new double[room];
            operators = new Operator[room];
            left = new int[room];
            right = new int[room];
            size = inputs;
        }

        int translate(Expression expression, Map<String, Integer> known) {
            return switch (expression) {
                case Expression.Num number -> add(null, 0, 0, number.value());
                case Expression.Name name -> {
                    Integer register = known.get(name.identifier());
                    if (register == null) {
                        throw new ExpressionException(Sentence.of("expression.unknown", name.identifier()));
                    }
                    yield register;
                }
                case Expression.Minus minus -> {
                    int operand = translate(minus.operand(), known);
                    yield add(Operator.MINUS, operand, operand, 0);
                }
                case Expression.Binary binary -> {
                    int first = translate(binary.left(), known);
                    int second = translate(binary.right(), known);
                    yield add(switch (binary.operator()) {
                        case '+' -> Operator.ADD;
                        case '-' -> Operator.SUBTRACT;
                        case '*' -> Operator.MULTIPLY;
                        case '/' -> Operator.DIVIDE;
                        default -> Operator.POWER;
                    }, first, second, 0);
                }
                case Expression.Call call -> {
                    Operator operator = Operator.valueOf(call.function().name());
                    int result = translate(call.arguments().getFirst(), known);
                    if (call.arguments().size() == 1) {
                        yield add(operator, result, result, 0);
                    }
                    for (Expression argument : call.arguments().subList(1, call.arguments().size())) {
                        result = add(operator, result, translate(argument, known), 0);
                    }
                    yield result;
                }
            };
        }

        private int add(Operator operator, int first, int second, double number) {
            if (size == operators.length) {
                int room = 2 * size;
                numbers = Arrays.copyOf(numbers, room);
                operators = Arrays.copyOf(operators, room);
                left = Arrays.copyOf(left, room);
                right = Arrays.copyOf(right, room);
            }
            operators[size] = operator;
            left[size] = first;
            right[size] = second;
            numbers[size] = number;
            return size++;
        }
    }
}
