package org.isoflop.ui.csv;

import java.util.Map;
import java.util.function.Function;

import org.isoflop.core.csv.CsvColumn;

/**
 * What a table holds. Everything is called in jobs.
 *
 * @param <C>
 *            its columns
 * @param <T>
 *            what is read from it
 * @param columns
 *            the columns that it can have
 * @param maximumBytes
 *            the largest file that is read
 * @param lacking
 *            says for the user what a mapping of columns lacks; null if nothing
 * @param reader
 *            reads the content
 */
public record TableKind<C extends Enum<C> & CsvColumn, T>(Class<C> columns, int maximumBytes,
        Function<Map<C, String>, String> lacking, Reader<C, T> reader) {

    /**
     * Reads a table.
     *
     * @param <C>
     *            its columns
     * @param <T>
     *            what is read from it
     */
    @FunctionalInterface
    public interface Reader<C, T> {

        /**
         * Reads a table.
         *
         * @param content
         *            the file
         * @param name
         *            its name
         * @param columns
         *            the header of each column
         * @return what stands in it
         * @throws org.isoflop.core.csv.CsvException
         *             if something in it is not as expected
         */
        T read(byte[] content, String name, Map<C, String> columns);
    }
}
