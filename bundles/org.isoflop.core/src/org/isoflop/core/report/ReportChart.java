package org.isoflop.core.report;

import org.isoflop.analysis.plot.Plot;

/**
 * A chart of a report.
 *
 * @param name
 *            the name of its files, without extension
 * @param plot
 *            what is drawn; its id is unique on the page
 */
record ReportChart(String name, Plot plot) {

    /** A chart of one of several scenarios, told from those of the others. */
    static ReportChart of(String scenario, String view, Plot plot) {
        String name = scenario + "-" + view;
        return new ReportChart(name, new Plot(name, plot.title(), plot.description(), plot.x(), plot.y(),
                plot.series(), plot.bands(), plot.bars(), plot.rules(), plot.labels(), plot.notes()));
    }
}
