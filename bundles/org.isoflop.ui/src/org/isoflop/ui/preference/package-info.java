/**
 * The preferences: few, each with a default that needs no thought. They are read from here wherever they matter, and a
 * change takes effect at once. Inside an IDE only those show that mean something there.
 */
package org.isoflop.ui.preference;
