package org.isoflop.core.csv;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.QuantityFormatException;

/**
 * The header of a table: which column is which, and what stands in them.
 *
 * @param <C>
 *            the columns of this kind of table
 */
public final class CsvTable<C extends Enum<C> & CsvColumn> {

    /** In place of a header: the file has no such column, whatever its header says. */
    public static final String NONE = "";

    private static final Pattern PLAIN_NUMBER = Pattern
            .compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
    private static final int LONGEST_NUMBER = 64;
    private static final int SHOWN = 40;

    private final String file;
    private final List<String> header;
    private final int line;
    private final Map<C, Integer> places;

    /**
     * Finds the columns.
     *
     * @param file
     *            the name that refusals give
     * @param header
     *            the fields of the header
     * @param line
     *            its line
     * @param kind
     *            the columns of this kind of table
     * @param wanted
     *            headers for columns that have other names than the usual ones, or {@link #NONE}
     * @throws CsvException
     *             if a column stands there twice, or one that is wanted does not
     */
    public CsvTable(String file, List<String> header, int line, Class<C> kind, Map<C, String> wanted) {
        this.file = file;
        this.header = header;
        this.line = line;
        places = new EnumMap<>(kind);
        if (header.size() == 1 && (header.getFirst().contains(";") || header.getFirst().contains("\t"))) {
            throw new CsvException(file, line, null, "E_CSV_SEPARATOR");
        }
        for (C column : kind.getEnumConstants()) {
            place(column, wanted.get(column));
        }
    }

    /**
     * Guesses by their names which columns are which. Of two columns of one kind the first counts.
     *
     * @param <C>
     *            the columns of a kind of table
     * @param kind
     *            these columns
     * @param header
     *            the fields of the header
     * @return the header of each column that is there, and {@link #NONE} for the others
     */
    public static <C extends Enum<C> & CsvColumn> Map<C, String> guess(Class<C> kind, List<String> header) {
        Map<C, String> columns = new EnumMap<>(kind);
        for (C column : kind.getEnumConstants()) {
            columns.put(column, header.stream().filter(name -> column.isNamed(name)).findFirst().orElse(NONE));
        }
        return columns;
    }

    private void place(C column, String wanted) {
        if (NONE.equals(wanted)) {
            return;
        }
        for (int i = 0; i < header.size(); i++) {
            String field = header.get(i);
            boolean named = wanted == null
                    ? column.isNamed(field)
                    : CsvColumn.plain(field).equals(CsvColumn.plain(wanted));
            if (named) {
                Integer other = places.put(column, i);
                if (other != null) {
                    throw new CsvException(file, line, field.strip(), "E_CSV_TWICE", header.get(other).strip(),
                            field.strip(), column.key());
                }
            }
        }
        if (wanted != null && !has(column)) {
            throw new CsvException(file, line, null, "E_CSV_NO_COLUMN", wanted, String.join(", ", header));
        }
    }

    /**
     * Tells whether the table has a column.
     *
     * @param column
     *            a column
     * @return whether it has
     */
    public boolean has(C column) {
        return places.containsKey(column);
    }

    /**
     * Returns the header of a column.
     *
     * @param column
     *            a column that the table has
     * @return as it stands in the file
     */
    public String name(C column) {
        return header.get(places.get(column)).strip();
    }

    /**
     * Refuses a record that has not as many fields as the header.
     *
     * @param fields
     *            the fields of a record
     * @param at
     *            its line
     * @throws CsvException
     *             if it has not
     */
    public void requireWidth(List<String> fields, int at) {
        if (fields.size() != header.size()) {
            throw new CsvException(file, at, null, "E_CSV_WIDTH", fields.size(), header.size());
        }
    }

    /**
     * Returns the words in a column.
     *
     * @param column
     *            a column
     * @param fields
     *            the fields of a record of full width
     * @return null where the table lacks the column or nothing stands in it
     */
    public String text(C column, List<String> fields) {
        Integer place = places.get(column);
        String field = place == null ? "" : fields.get(place).strip();
        return field.isEmpty() ? null : field;
    }

    /**
     * Returns the number in a column.
     *
     * @param column
     *            a column
     * @param fields
     *            the fields of a record of full width
     * @param at
     *            its line
     * @return a positive number, NaN where the table lacks the column or nothing stands in it
     * @throws CsvException
     *             if something else stands there
     */
    public double number(C column, List<String> fields, int at) {
        String field = text(column, fields);
        if (field == null) {
            return Double.NaN;
        }
        double value = value(column, field, at);
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new CsvException(file, at, name(column), "E_CSV_POSITIVE", field);
        }
        return value;
    }

    private double value(C column, String field, int at) {
        if (field.length() <= LONGEST_NUMBER && PLAIN_NUMBER.matcher(field).matches()) {
            return Double.parseDouble(field);
        }
        try {
            return Quantities.parse(field, column.meaning().unit());
        } catch (QuantityFormatException e) {
            throw new CsvException(file, at, name(column), "E_CSV_NUMBER",
                    field.length() <= SHOWN ? field : field.substring(0, SHOWN) + "…");
        }
    }
}
