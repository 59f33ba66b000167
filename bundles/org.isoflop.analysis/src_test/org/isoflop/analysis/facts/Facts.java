package org.isoflop.analysis.facts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.isoflop.analysis.hardware.Accelerator;
import org.isoflop.analysis.hardware.Precision;

/** The rows of hardware.csv and models.csv, each number with the source that stands in its row. */
public final class Facts {

    private Facts() {
    }

    /** All rows of a file, by column. */
    public static List<Map<String, String>> rows(String file) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(Facts.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines().toList();
            List<String> header = cells(lines.getFirst());
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                List<String> cells = cells(line);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < cells.size(); i++) {
                    row.put(header.get(i), cells.get(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private static Map<String, String> row(String file, String name) {
        return rows(file).stream().filter(row -> row.get("name").equals(name)).findFirst().orElseThrow();
    }

    /** A number of a model; NaN if it is not known. */
    public static double model(String name, String column) {
        return number(row("models.csv", name).get(column));
    }

    /** A number of an accelerator; NaN if it is not known. */
    public static double hardware(String name, String column) {
        return number(row("hardware.csv", name).get(column));
    }

    private static double number(String cell) {
        return cell == null || cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    /** An accelerator of hardware.csv; half of what is stated for a link, which is both directions together. */
    public static Accelerator accelerator(String name) {
        return accelerator(row("hardware.csv", name));
    }

    /** The same from a row. */
    public static Accelerator accelerator(Map<String, String> row) {
        Map<Precision, Double> peaks = new EnumMap<>(Precision.class);
        Map.of(Precision.FP32, "fp32_TFLOPS", Precision.TF32, "tf32_TFLOPS", Precision.FP16, "fp16_TFLOPS",
                Precision.BF16, "bf16_TFLOPS", Precision.FP8, "fp8_TFLOPS", Precision.INT8, "int8_TOPS", Precision.FP4,
                "fp4_TFLOPS").forEach((precision, column) -> {
                    if (!row.get(column).isEmpty()) {
                        peaks.put(precision, Double.parseDouble(row.get(column)) * 1e12);
                    }
                });
        double link = number(row.get("interconnect_GBps"));
        double power = number(row.get("TDP_W"));
        return new Accelerator(row.get("name"), number(row.get("memory_GB")) * 1e9, number(row.get("mem_bw_GBps"))
                * 1e9,
                peaks, Double.isNaN(link) ? 0 : link / 2 * 1e9, Double.isNaN(power) ? 0 : power);
    }
}
