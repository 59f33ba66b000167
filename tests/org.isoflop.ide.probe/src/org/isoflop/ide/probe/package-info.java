/**
 * A bundle that a test puts into an IDE beside the installed feature. It opens a study as a user of the IDE would,
 * writes down what it saw and closes the IDE. It knows nothing of Isoflop's own bundles.
 */
package org.isoflop.ide.probe;
