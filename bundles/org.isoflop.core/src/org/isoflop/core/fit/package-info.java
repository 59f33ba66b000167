/**
 * Fits of laws to tables of runs: reading the table, fitting, and keeping the fit as a law in a study. What is wrong
 * in a table is said with file, line and column. The answers are records; {@code FitJson} says them to programs.
 */
package org.isoflop.core.fit;
