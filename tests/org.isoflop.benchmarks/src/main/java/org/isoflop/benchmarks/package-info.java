/**
 * Benchmarks of the hot loops of the analysis, and of the charts in the window.
 * They are compiled with every build and run by hand.
 * Nothing of them is shipped.
 */
package org.isoflop.benchmarks;
