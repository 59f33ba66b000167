package org.isoflop.analysis.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import org.isoflop.analysis.expression.Columns;
import org.isoflop.analysis.expression.Expression;
import org.isoflop.analysis.expression.Program;
import org.isoflop.analysis.numeric.Parallel;

/** Many losses of any form at once: its printed formulas, computed column by column. */
final class ColumnLosses {

    /** From how many points on columns pay. */
    static final int WORTHWHILE = 1024;

    private static final int CHUNK = 32 * Columns.BLOCK;

    private ColumnLosses() {
    }

    /** Fills in the losses of models that were checked to be positive; u may be null. */
    static void fill(LawForm form, double[] k, double[] n, double[] d, double[] u, double[] out, int threads) {
        List<String> names = new ArrayList<>(form.constants());
        form.ownInputs().forEach(input -> names.add(input.symbol()));
        int fixed = names.size();
        names.addAll(List.of("N", "D", "U", "C"));
        LinkedHashMap<String, Expression> lines = new LinkedHashMap<>();
        form.steps().forEach(step -> lines.put(step.symbol(), Expression.parse(step.formula())));
        Program program = Program.of(names, fixed, lines);
        int result = program.register(form.steps().getLast().symbol());
        Parallel.chunks(out.length, CHUNK, threads, thread -> {
            double[] registers = program.registers();
            System.arraycopy(k, 0, registers, 0, fixed);
            program.runFixed(registers);
            Columns columns = new Columns(program, registers);
            return (from, to) -> {
                for (int start = from; start < to; start += Columns.BLOCK) {
                    int count = Math.min(to - start, Columns.BLOCK);
                    System.arraycopy(n, start, columns.column(fixed), 0, count);
                    System.arraycopy(d, start, columns.column(fixed + 1), 0, count);
                    unique(d, u, start, count, columns.column(fixed + 2));
                    columns.run(count);
                    System.arraycopy(columns.column(result), 0, out, start, count);
                }
            };
        });
    }

    /** Without a limit on unique tokens U is D. */
    private static void unique(double[] d, double[] u, int start, int count, double[] column) {
        for (int i = 0; i < count; i++) {
            double limit = u == null ? Double.NaN : u[start + i];
            column[i] = Double.isNaN(limit) || Double.isInfinite(limit) ? d[start + i] : limit;
        }
    }
}
