package org.isoflop.analysis.plot;

import java.util.List;

import org.isoflop.analysis.unit.Quantities;

/**
 * Writes the data of a plot as CSV (RFC 4180, UTF-8, CRLF): one row for each point, doubles in their shortest
 * round-trip form, so that reading them gives what was drawn. Texts that a spreadsheet would run as a formula get a
 * leading apostrophe.
 */
public final class CsvWriter {

    private static final String END = "\r\n";

    private CsvWriter() {
    }

    /**
     * Writes a plot.
     *
     * @param plot the plot
     * @return rows of series, name, label, x, y, low, high; bands and bars fill low and high, rules x or y; a gap is an
     *         empty cell
     */
    public static String write(Plot plot) {
        StringBuilder csv = new StringBuilder();
        row(csv, "kind", "id", "group", "name", "label", plot.x().title(), plot.y().title(), "low", "high");
        for (Series series : plot.series()) {
            double[] x = series.x();
            double[] y = series.y();
            List<String> labels = series.pointLabels();
            for (int i = 0; i < x.length; i++) {
                numbers(csv, new String[] {"series", series.id(), series.group(), series.name(),
                    labels.isEmpty() ? "" : labels.get(i)}, x[i], y[i], Double.NaN, Double.NaN);
            }
        }
        for (Band band : plot.bands()) {
            double[] x = band.x();
            double[] low = band.low();
            double[] high = band.high();
            for (int i = 0; i < x.length; i++) {
                numbers(csv, new String[] {"band", band.id(), band.group(), "", ""}, x[i], Double.NaN, low[i], high[i]);
            }
        }
        for (Bars bars : plot.bars()) {
            boolean vertical = bars.orientation() == Orientation.VERTICAL;
            for (int i = 0; i < bars.size(); i++) {
                String thing = plot.axis(bars.across()).nameAt(bars.position(i));
                numbers(csv, new String[] {"bar", bars.id(), bars.group(), bars.name(),
                    bars.label(i).isEmpty() && thing != null ? thing : bars.label(i)},
                        vertical ? bars.position(i) : Double.NaN, vertical ? Double.NaN : bars.position(i),
                        bars.from(i), bars.to(i));
            }
        }
        for (Rule rule : plot.rules()) {
            boolean vertical = rule.orientation() == Orientation.VERTICAL;
            numbers(csv, new String[] {"rule", rule.id(), "", "", rule.label()},
                    vertical ? rule.position() : Double.NaN,
                    vertical ? Double.NaN : rule.position(), Double.NaN, Double.NaN);
        }
        for (Label label : plot.labels()) {
            numbers(csv, new String[] {"label", "", "", "", label.text()}, label.x(), label.y(), Double.NaN,
                    Double.NaN);
        }
        return csv.toString();
    }

    private static void numbers(StringBuilder csv, String[] texts, double... values) {
        for (String text : texts) {
            csv.append(cell(text)).append(',');
        }
        for (int i = 0; i < values.length; i++) {
            csv.append(i == 0 ? "" : ",").append(number(values[i]));
        }
        csv.append(END);
    }

    private static String number(double value) {
        return Double.isNaN(value) || Double.isInfinite(value) ? "" : Quantities.exact(value);
    }

    private static void row(StringBuilder csv, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            csv.append(i == 0 ? "" : ",").append(cell(cells[i]));
        }
        csv.append(END);
    }

    private static String cell(String text) {
        String safe = text;
        if (!text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
            safe = "'" + text;
        }
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
