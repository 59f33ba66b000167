package org.isoflop.core.catalog;

import java.net.URI;
import java.text.Collator;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EReference;
import org.isoflop.model.Study;

/**
 * Entries of one kind as a table for people: a row for each entry, a column for everything that the model says of them.
 *
 * @param columns
 *            what can be shown, in the order of the model
 * @param rows
 *            the entries, in the order of their studies
 */
public record EntryTable(List<Column> columns, List<Row> rows) {

    /** The column that says in words how far an entry can be relied on. */
    public static final String CERTAINTY = "certainty";

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** Copies the lists. */
    public EntryTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A column.
     *
     * @param id
     *            the features that lead to its values, such as {@code training.tokens} or {@code peaks.bf16}
     * @param label
     *            its title
     * @param isNumber
     *            whether its cells are numbers
     */
    public record Column(String id, String label, boolean isNumber) {
    }

    /** Why a number should be read with care. */
    public enum Doubt {
        /** Nobody published or measured it: it is estimated or assumed. */
        ESTIMATE,
        /** Nobody checked it at its source. */
        UNVERIFIED
    }

    /**
     * A cell.
     *
     * @param text
     *            what is shown, with its unit and a sign for a doubt
     * @param number
     *            what it is sorted by in the base unit, or null for words
     * @param tip
     *            all that is known of it, line by line: interval, status, source, note
     */
    public record Cell(String text, Double number, String tip) {
    }

    /**
     * A source of an entry.
     *
     * @param text
     *            citation, title and place
     * @param link
     *            its web address, or null
     */
    public record Cited(String text, URI link) {
    }

    /**
     * An entry.
     *
     * @param id
     *            its id in that study
     * @param name
     *            its name
     * @param description
     *            what is said of it, or an empty text
     * @param doubts
     *            what must be read with care
     * @param sources
     *            its sources
     * @param cells
     *            its cells by the ids of their columns; what is unknown has none
     */
    public record Row(String id, String name, String description, List<Doubt> doubts, List<Cited> sources,
            Map<String, Cell> cells) {

        /** Copies the collections. */
        public Row {
            doubts = List.copyOf(doubts);
            sources = List.copyOf(sources);
            cells = Map.copyOf(cells);
        }

        private String searched() {
            return plain(String.join("\n", Stream.of(Stream.of(id, name, description),
                    cells.values().stream().map(Cell::text), sources.stream().map(Cited::text))
                    .flatMap(words -> words).toList()));
        }
    }

    /**
     * Reads all entries of a kind.
     *
     * @param kind
     *            the kind
     * @param locale
     *            the language and the number format
     * @return the table
     */
    public static EntryTable of(Kind kind, Locale locale) {
        return of(kind.files().stream().map(file -> Catalog.open(kind, file).study()).toList(), kind.list(), locale);
    }

    /**
     * Reads the entries of studies.
     *
     * @param studies
     *            the studies
     * @param list
     *            a list of elements that a study holds, such as its models
     * @param locale
     *            the language and the number format
     * @return the table
     */
    public static EntryTable of(List<Study> studies, EReference list, Locale locale) {
        return new EntryTableReader(list, locale).read(studies);
    }

    /**
     * Finds rows and puts them in order.
     *
     * @param filter
     *            words that must all occur in an entry or its sources; case and accents do not count
     * @param column
     *            the id of the column to sort by; null for the order of the catalog
     * @param isDescending
     *            whether the largest comes first; what is unknown comes last either way
     * @param locale
     *            the language whose order of letters counts
     * @return the rows
     */
    public List<Row> select(String filter, String column, boolean isDescending, Locale locale) {
        List<String> words = SPACES.splitAsStream(plain(filter).strip()).filter(word -> !word.isEmpty()).toList();
        Stream<Row> found = rows.stream();
        if (!words.isEmpty()) {
            found = found.filter(row -> {
                String text = row.searched();
                return words.stream().allMatch(text::contains);
            });
        }
        if (column != null) {
            Collator letters = Collator.getInstance(locale);
            Comparator<Cell> order = (left, right) -> left.number() != null && right.number() != null
                    ? left.number().compareTo(right.number())
                    : letters.compare(left.text(), right.text());
            found = found.sorted(Comparator.comparing((Row row) -> row.cells().get(column),
                    Comparator.nullsLast(isDescending ? order.reversed() : order)));
        }
        return found.toList();
    }

    private static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
