package org.isoflop.ui.fit;

import org.isoflop.analysis.plot.Plot;

/**
 * What a page of the view shows.
 *
 * @param plot
 *            its chart, or null
 * @param table
 *            its table, or null
 * @param sentence
 *            what is said above them, or blank
 * @param beside
 *            a second table in place of the chart, or null
 */
record FitPicture(Plot plot, FitTable table, String sentence, FitTable beside) {

    FitPicture(Plot plot, FitTable table, String sentence) {
        this(plot, table, sentence, null);
    }
}
