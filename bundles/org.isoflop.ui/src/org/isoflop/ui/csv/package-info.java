/**
 * Wizard pages that ask for a table in a CSV file: runs for a fit, models for an import. The file is read in a job and
 * shown as it stands, with drop-downs that say which of its columns are which and the refused cell marked. What the
 * columns mean is said by the wizard that asks.
 */
package org.isoflop.ui.csv;
