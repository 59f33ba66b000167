package org.isoflop.analysis.expression;

import java.util.Arrays;

import org.isoflop.analysis.numeric.Exponentials;
import org.isoflop.analysis.numeric.Powers;

/**
 * A program over columns of numbers: each operation is a loop over a block, which the just-in-time compiler turns into
 * vector instructions. Powers with a fixed exponent are looked up. One instance serves one thread; nothing is allocated
 * for a block.
 */
public final class Columns {

    /** The most numbers at a time. */
    public static final int BLOCK = Powers.BLOCK;

    private final Program program;
    private final int[] operations;
    private final double[][] columns;
    private final Powers[] powers;
    private final double[] exponents;

    /**
     * Columns for a program whose fixed inputs are known.
     *
     * @param program the program
     * @param registers as {@link Program#runFixed} left them
     */
    public Columns(Program program, double[] registers) {
        this.program = program;
        operations = program.variableOperations();
        columns = new double[registers.length][];
        boolean[] varies = new boolean[registers.length];
        Arrays.fill(varies, program.fixed(), program.inputs(), true);
        for (int i : operations) {
            varies[i] = true;
        }
        for (int i = 0; i < columns.length; i++) {
            columns[i] = new double[BLOCK];
            Arrays.fill(columns[i], registers[i]);
        }
        powers = new Powers[registers.length];
        exponents = new double[registers.length];
        for (int i : operations) {
            int right = program.right(i);
            if (program.operator(i) == Program.Operator.POWER && !varies[right]) {
                exponents[i] = registers[right];
                powers[i] = new Powers(1, Math.abs(registers[right]));
            }
        }
    }

    /**
     * A column.
     *
     * @param register of an input, to be filled in, or of a result
     * @return {@value #BLOCK} numbers
     */
    public double[] column(int register) {
        return columns[register];
    }

    /**
     * Computes all formulas, to a relative 1e-13 as {@link Program#run} does.
     *
     * @param n how many numbers of each column, from the first
     */
    public void run(int n) {
        for (int i : operations) {
            apply(i, columns[program.left(i)], columns[program.right(i)], columns[i], n);
        }
    }

    /** One short loop for each operation: the compiler gives up on long ones. */
    private void apply(int operation, double[] a, double[] b, double[] out, int n) {
        switch (program.operator(operation)) {
            case MINUS -> negate(a, out, n);
            case ADD -> add(a, b, out, n);
            case SUBTRACT -> subtract(a, b, out, n);
            case MULTIPLY -> multiply(a, b, out, n);
            case DIVIDE -> divide(a, b, out, n);
            case POWER -> power(operation, a, b, out, n);
            case MIN -> least(a, b, out, n);
            case MAX -> most(a, b, out, n);
            case EXP -> exp(a, out, n);
            case LOG -> log(a, out, n);
            case LOG10 -> log10(a, out, n);
            case SQRT -> root(a, out, n);
        }
    }

    private static void negate(double[] a, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = -a[i];
        }
    }

    private static void add(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] + b[i];
        }
    }

    private static void subtract(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] - b[i];
        }
    }

    private static void multiply(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] * b[i];
        }
    }

    private static void divide(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] / b[i];
        }
    }

    private static void least(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.min(a[i], b[i]);
        }
    }

    private static void most(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.max(a[i], b[i]);
        }
    }

    private static void log(double[] a, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.log(a[i]);
        }
    }

    private static void log10(double[] a, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.log10(a[i]);
        }
    }

    private static void root(double[] a, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.sqrt(a[i]);
        }
    }

    private void power(int operation, double[] a, double[] b, double[] out, int n) {
        if (powers[operation] == null || !powers[operation].of(a, 0, n, out)) {
            for (int i = 0; i < n; i++) {
                out[i] = Math.pow(a[i], b[i]);
            }
        } else if (exponents[operation] > 0) {
            for (int i = 0; i < n; i++) {
                out[i] = 1 / out[i];
            }
        }
    }

    private static void exp(double[] a, double[] out, int n) {
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, Math.abs(a[i]));
        }
        if (largest <= Exponentials.LARGEST) {
            for (int i = 0; i < n; i++) {
                out[i] = Exponentials.exp(a[i]);
            }
        } else {
            for (int i = 0; i < n; i++) {
                out[i] = Math.exp(a[i]);
            }
        }
    }
}
