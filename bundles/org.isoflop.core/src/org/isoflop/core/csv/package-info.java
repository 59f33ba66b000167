/**
 * Comma-separated tables as people write them: a header whose names say which column is which, and numbers with or
 * without units. What is wrong in a table is said with file, line and column. What the columns mean belongs to the
 * packages that read them: runs to {@code fit}, models to {@code models}.
 */
package org.isoflop.core.csv;
