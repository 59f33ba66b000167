/**
 * A study evaluated over a grid: some of its numbers go through ranges, and every point gives a row for every strategy.
 * Structure may change on the way, since each point is evaluated from the study anew. The study that is swept is
 * changed and not put back.
 */
package org.isoflop.core.sweep;
