package org.isoflop.core.fit;

import java.nio.charset.StandardCharsets;

import org.isoflop.analysis.fit.Run;
import org.isoflop.analysis.fit.Runs;
import org.isoflop.analysis.unit.Quantities;

/** Writes runs as a table that can be read again: the same numbers to the last digit. */
public final class RunsWriter {

    private RunsWriter() {
    }

    /**
     * Writes runs.
     *
     * @param runs
     *            the runs
     * @return a CSV file in UTF-8 with the columns N, D, C and loss, and where they are known U and label
     */
    public static byte[] write(Runs runs) {
        boolean unique = runs.list().stream().noneMatch(run -> Double.isNaN(run.uniqueTokens()));
        boolean labels = runs.list().stream().anyMatch(run -> run.label() != null);
        StringBuilder text = new StringBuilder("N,D,").append(unique ? "U," : "").append("C,loss")
                .append(labels ? ",label" : "").append('\n');
        for (Run run : runs.list()) {
            text.append(Quantities.exact(run.parameters())).append(',').append(Quantities.exact(run.tokens()))
                    .append(',');
            if (unique) {
                text.append(Quantities.exact(run.uniqueTokens())).append(',');
            }
            text.append(Quantities.exact(run.compute())).append(',').append(Quantities.exact(run.loss()));
            if (labels) {
                text.append(',').append(quoted(run.label() == null ? "" : run.label()));
            }
            text.append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String field) {
        return field.matches("[^\",\\r\\n]*") ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
