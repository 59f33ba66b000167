package org.isoflop.analysis.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class ProgramTest {

    private static final List<String> NAMES = List.of("a", "b", "c");

    private static LinkedHashMap<String, Expression> lines(String... texts) {
        LinkedHashMap<String, Expression> lines = new LinkedHashMap<>();
        for (int i = 0; i < texts.length; i++) {
            lines.put("r" + i, Expression.parse(texts[i]));
        }
        return lines;
    }

    private static Expression random(SplittableRandom random, int depth) {
        int kind = random.nextInt(depth == 0 ? 2 : 9);
        if (kind == 0) {
            return new Expression.Num(random.nextDouble(0.5, 3));
        }
        if (kind == 1) {
            return new Expression.Name(NAMES.get(random.nextInt(3)));
        }
        Expression first = random(random, depth - 1);
        if (kind == 2) {
            return new Expression.Minus(first);
        }
        if (kind < 7) {
            return new Expression.Binary("+-*/^".charAt(random.nextInt(5)), first, random(random, depth - 1));
        }
        Expression.Function function = Expression.Function.values()[random.nextInt(6)];
        boolean many = function == Expression.Function.MIN || function == Expression.Function.MAX;
        return new Expression.Call(function, many
                ? List.of(first, random(random, depth - 1), random(random, depth - 1))
                : List.of(first));
    }

    /** The tree and the program compute the same to the last bit; the derivative is that of central differences. */
    @Test
    void computesWhatTheTreeDoesAndItsDerivative() {
        SplittableRandom random = new SplittableRandom(1);
        int compared = 0;
        for (int i = 0; i < 3000; i++) {
            Expression expression = random(random, 4);
            LinkedHashMap<String, Expression> lines = new LinkedHashMap<>(Map.of("r", expression));
            Program program = Program.of(NAMES, i % 4, lines);
            Map<String, Double> values = new HashMap<>();
            double[] registers = program.registers();
            for (int j = 0; j < 3; j++) {
                registers[j] = random.nextDouble(0.5, 3);
                values.put(NAMES.get(j), registers[j]);
            }
            program.run(registers);
            double value = registers[program.register("r")];
            assertEquals(expression.evaluate(values), value, expression.toString());
            double[] tangents = new double[registers.length];
            tangents[1] = 1;
            program.differentiate(registers, tangents);
            double slope = tangents[program.register("r")];
            double left = difference(expression, values, -1e-6);
            double right = difference(expression, values, 1e-6);
            boolean smooth = Math.abs(left - right) <= 1e-4 * Math.max(1, Math.abs(left));
            if (Double.isFinite(value) && Math.abs(value) < 1e6 && smooth && Double.isFinite(slope)) {
                assertEquals(0.5 * (left + right), slope, 1e-4 * Math.max(1, Math.abs(slope)), expression.toString());
                compared++;
            }
        }
        assertTrue(compared > 1000, "compared: " + compared);
    }

    private static double difference(Expression expression, Map<String, Double> values, double step) {
        Map<String, Double> moved = new HashMap<>(values);
        moved.put("b", values.get("b") + step);
        return (expression.evaluate(moved) - expression.evaluate(values)) / step;
    }

    /** Columns compute what the program does, to a relative 1e-12 of the largest number on the way. */
    @Test
    void columnsComputeTheSame() {
        SplittableRandom random = new SplittableRandom(2);
        int compared = 0;
        for (int i = 0; i < 300; i++) {
            Program program = Program.of(NAMES, i % 3, new LinkedHashMap<>(Map.of("r", random(random, 3))));
            double[] registers = program.registers();
            for (int j = 0; j < 3; j++) {
                registers[j] = random.nextDouble(0.5, 3);
            }
            program.runFixed(registers);
            Columns columns = new Columns(program, registers);
            int n = 1 + random.nextInt(Columns.BLOCK);
            for (int j = i % 3; j < 3; j++) {
                for (int row = 0; row < n; row++) {
                    columns.column(j)[row] = random.nextDouble(0.5, 3);
                }
            }
            columns.run(n);
            for (int row = 0; row < n; row++) {
                for (int j = i % 3; j < 3; j++) {
                    registers[j] = columns.column(j)[row];
                }
                program.runVariable(registers);
                double expected = registers[program.register("r")];
                double found = columns.column(program.register("r"))[row];
                double largest = 1;
                for (double number : registers) {
                    largest = Double.isFinite(number) ? Math.max(largest, Math.abs(number)) : largest;
                }
                if (largest < 1e6 && Double.isFinite(expected)) {
                    assertEquals(expected, found, 1e-9 * largest);
                    compared++;
                }
            }
        }
        assertTrue(compared > 10_000, "compared: " + compared);
    }

    @Test
    void linesUseWhatStandsBefore() {
        Program program = Program.of(List.of("x"), 0, lines("x^2", "r0 + x", "max(r0, r1, 1)"));
        double[] registers = program.registers();
        for (double x : new double[] {3, 0.1}) {
            registers[0] = x;
            program.run(registers);
            assertEquals(Math.max(x * x + x, 1), registers[program.register("r2")]);
        }
    }

    /** 30 lines, each twice the one before: a tree would have 2^30 leaves. */
    @Test
    void sharedLinesAreComputedOnce() {
        List<String> texts = new ArrayList<>(List.of("x"));
        for (int i = 1; i <= 30; i++) {
            texts.add("r" + (i - 1) + " + r" + (i - 1));
        }
        Program program = Program.of(List.of("x"), 0, lines(texts.toArray(String[]::new)));
        double[] registers = program.registers();
        registers[0] = 3;
        program.run(registers);
        assertEquals(3 * Math.pow(2, 30), registers[program.register("r30")]);
    }

    @Test
    void aNameWithoutValueIsRefused() {
        ExpressionException refusal =
                assertThrows(ExpressionException.class, () -> Program.of(NAMES, 0, lines("a + nobody")));
        assertTrue(refusal.getMessage().contains("nobody"));
    }
}
