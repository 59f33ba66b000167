package org.isoflop.analysis.fit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Public runs for the tests. chinchilla-runs.csv: digitised from Fig. 4 of Hoffmann et al. 2022 by Besiroglu et al.
 * 2024, arXiv:2404.10102, epoch-research/analyzing-chinchilla @ 9225883. chinchilla-isoflops.csv: the same points at
 * their nine budgets, Open-Athena/scaling-law-analysis @ 3e0656e, arXiv:2603.22339. overtraining-runs.csv: Gadre et al.
 * 2024, mlfoundations/scaling @ a003c49 (MIT). kaplan-chinchilla-ladder.csv: Porian et al. 2024,
 * formll/resolving-scaling-law-discrepancies @ 0dc60d9 (MIT).
 */
final class RunData {

    static final FitForm CHINCHILLA = FitForm.of("chinchilla");

    private RunData() {
    }

    static List<Map<String, String>> table(String name) {
        try (InputStream in = RunData.class.getResourceAsStream(name)) {
            return rows(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, String>> rows(List<String> lines) {
        String[] header = lines.getFirst().split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], fields[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    /** All 245 digitised runs. */
    static Runs digitised() {
        try {
            List<String> lines = Files.readAllLines(Path.of("../../examples/chinchilla-runs.csv"));
            return new Runs(rows(lines).stream().map(row -> {
                double n = number(row, "Model Size");
                double c = number(row, "Training FLOP");
                return new Run(n, c / (6 * n), Double.NaN, c, number(row, "loss"), null);
            }).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the five highest losses, as in the replication. */
    static Runs kept() {
        Runs all = digitised();
        return all.without(all.highestLosses(5));
    }

    static Runs isoFlops() {
        return new Runs(table("chinchilla-isoflops.csv").stream().map(row -> new Run(number(row, "params"),
                number(row, "tokens"), Double.NaN, number(row, "budget"), number(row, "loss"), null)).toList());
    }

    /** The loss of L = E + A/N^α + B/D^β on isoFLOP budgets, without noise (golden G7). */
    static Runs exact(double[] k, double width) {
        List<Run> runs = new ArrayList<>();
        for (int decade = 17; decade <= 21; decade++) {
            double compute = Math.pow(10, decade);
            double optimum = Math.pow(k[3] * k[1] / (k[4] * k[2]), 1 / (k[3] + k[4]))
                    * Math.pow(compute / 6, k[4] / (k[3] + k[4]));
            for (int i = 0; i < 15; i++) {
                double n = optimum * Math.pow(width, i / 7.0 - 1);
                double d = compute / (6 * n);
                double loss = k[0] + k[1] * Math.pow(n, -k[3]) + k[2] * Math.pow(d, -k[4]);
                runs.add(new Run(n, d, Double.NaN, compute, loss, null));
            }
        }
        return new Runs(runs);
    }
}
