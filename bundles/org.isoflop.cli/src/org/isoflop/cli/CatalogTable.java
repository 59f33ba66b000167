package org.isoflop.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.isoflop.analysis.unit.Quantities;
import org.isoflop.core.catalog.CatalogColumn;
import org.isoflop.core.catalog.CatalogEntry;
import org.isoflop.core.catalog.Cell;
import org.isoflop.core.catalog.Cell.Value;
import org.isoflop.core.catalog.Cell.Words;
import org.isoflop.core.catalog.Kind;
import org.isoflop.model.Status;
import org.isoflop.model.Verification;

/** Entries of the catalog as a table for people. */
final class CatalogTable {

    private static final String GAP = "  ";
    private static final int WIDEST = 40;

    private final Console console;
    private final List<CatalogColumn> columns;
    private final Set<String> marks = new LinkedHashSet<>();

    CatalogTable(Console console, List<CatalogColumn> columns) {
        this.console = console;
        this.columns = columns;
    }

    /** The columns that are shown unless others are asked for. */
    static List<String> usual(Kind kind) {
        return switch (kind) {
            case MODELS -> List.of("organisation", "released", "parameters", "activeParameters", "training.tokens",
                    "training.compute");
            case HARDWARE -> List.of("released", "memory", "bandwidth", "power", "peaks.fp16", "peaks.bf16",
                    "prices.purchase", "prices.rent");
            case DATASETS -> List.of("organisation", "released", "licence", "tokens", "uniqueTokens",
                    "syntheticShare");
            case LAWS -> List.of("form", "source.citation", "source.verification");
            case GRIDS -> List.of("place", "year", "intensity", "intensity.source.citation");
        };
    }

    void print(List<CatalogEntry> entries) {
        List<List<String>> rows = new ArrayList<>();
        List<String> heading = new ArrayList<>(List.of(""));
        columns.forEach(column -> heading.add(cut(column.label().get(console.locale()))));
        rows.add(heading);
        for (CatalogEntry entry : entries) {
            List<String> row = new ArrayList<>(List.of(entry.id()));
            columns.forEach(column -> row.add(entry.cell(column.id()).map(this::text).orElse("")));
            rows.add(row);
        }
        int[] widths = new int[columns.size() + 1];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        rows.forEach(row -> print(row, widths));
        marks.forEach(console::print);
    }

    private void print(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String pad = " ".repeat(widths[i] - row.get(i).length());
            boolean isNumber = i > 0 && columns.get(i - 1).unit() != null;
            line.append(i == 0 ? "" : GAP).append(isNumber ? pad + row.get(i) : row.get(i) + pad);
        }
        console.print(line.toString().stripTrailing());
    }

    private String text(Cell cell) {
        return switch (cell) {
            case Words words -> cut(words.text().get(console.locale()));
            case Value value -> Quantities.format(value.figure().value(), value.unit(), console.locale()) + dated(value)
                    + mark(value);
        };
    }

    private String dated(Value value) {
        return value.date() == null ? "" : " (" + value.date() + ")";
    }

    private String mark(Value value) {
        Status status = value.figure().status();
        String mark = " ";
        if (value.source() != null && value.source().verification() == Verification.UNVERIFIED) {
            mark = "?";
        } else if (status == Status.ESTIMATED || status == Status.ASSUMED) {
            mark = "*";
        }
        if (!mark.isBlank()) {
            marks.add(console.text(mark.equals("?") ? "catalog.unverified" : "catalog.estimated"));
        }
        return mark;
    }

    private static String cut(String text) {
        return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
    }
}
