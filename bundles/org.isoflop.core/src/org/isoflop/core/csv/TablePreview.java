package org.isoflop.core.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * The first rows of a table as they stand, for people to see which column is which.
 *
 * @param header
 *            the names of the columns
 * @param rows
 *            the rows
 */
public record TablePreview(List<String> header, List<Row> rows) {

    /** Copies the lists. */
    public TablePreview {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param line
     *            its line in the file, from 1
     * @param fields
     *            what stands in it; there may be more or fewer than columns
     */
    public record Row(int line, List<String> fields) {
    }

    /**
     * Reads the header and some rows. Where the file cannot be taken apart any further, the preview ends.
     *
     * @param content
     *            the file, in UTF-8
     * @param name
     *            the name that refusals give
     * @param most
     *            how many rows from the start
     * @param line
     *            a line that is shown as well, or 0
     * @return the preview
     * @throws CsvException
     *             if the file has no header that can be read
     */
    public static TablePreview read(byte[] content, String name, int most, int line) {
        CsvReader reader = new CsvReader(content, name);
        List<String> header = reader.next();
        if (header == null) {
            throw new CsvException(name, 0, null, "E_CSV_EMPTY");
        }
        List<Row> rows = new ArrayList<>();
        try {
            for (List<String> fields = reader.next(); fields != null; fields = reader.next()) {
                if (rows.size() < most || reader.line() == line) {
                    rows.add(new Row(reader.line(), List.copyOf(fields)));
                } else if (reader.line() > line) {
                    break;
                }
            }
        } catch (CsvException e) {
            return new TablePreview(strip(header), rows);
        }
        return new TablePreview(strip(header), rows);
    }

    private static List<String> strip(List<String> header) {
        return header.stream().map(String::strip).toList();
    }
}
