/**
 * The import wizard: models from {@code config.json} files and from tables. Files are read in jobs into records and
 * shown before anything is imported; a file that is refused says why and does not stop the others. What is imported
 * goes into an open study as one command, or into a new study.
 */
package org.isoflop.ui.imports;
