package org.isoflop.analysis.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws a plot as SVG: one self-contained, well-formed text without scripts, styles or references to anything outside.
 * The same plot, theme and size give the same text.
 */
public final class SvgWriter {

    private static final String FONTS = "'DejaVu Sans', Verdana, 'Segoe UI', Helvetica, Arial, sans-serif";
    private static final String RULE_DASHES = "stroke-width=\"1\" stroke-dasharray=\"2 3\" stroke=\"";

    private final Plot plot;
    private final Theme theme;
    private final PlotLayout layout;
    private final String prefix;
    private final StringBuilder svg = new StringBuilder();

    private SvgWriter(Plot plot, Theme theme, int width, int height) {
        this.plot = plot;
        this.theme = theme;
        layout = PlotLayout.of(plot, width, height);
        prefix = plot.id().replaceAll("[^A-Za-z0-9_-]", "-") + "-" + (theme == Theme.LIGHT ? "light" : "dark");
    }

    /**
     * Draws a plot. A plot without any point shows its description in words.
     *
     * @param plot the plot
     * @param theme light or dark
     * @param width in pixels, at least 240
     * @param height in pixels, at least 180
     * @return the SVG text
     * @throws org.isoflop.analysis.DomainException if the size is too small or too large
     */
    public static String write(Plot plot, Theme theme, int width, int height) {
        return new SvgWriter(plot, theme, width, height).draw(width, height);
    }

    private String draw(int width, int height) {
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(width).append("\" height=\"")
                .append(height).append("\" viewBox=\"0 0 ").append(width).append(' ').append(height)
                .append("\" role=\"img\" aria-labelledby=\"").append(prefix).append("-title ").append(prefix)
                .append("-desc\" font-family=\"").append(FONTS).append("\">\n");
        svg.append("<title id=\"").append(prefix).append("-title\">").append(escape(plot.title())).append("</title>\n");
        svg.append("<desc id=\"").append(prefix).append("-desc\">").append(escape(plot.description()))
                .append("</desc>\n");
        Box frame = layout.frame();
        svg.append("<defs><clipPath id=\"").append(prefix).append("-clip\">");
        rect(frame, "");
        svg.append("</clipPath></defs>\n");
        rect(new Box(0, 0, width, height), " fill=\"" + theme.background() + "\"");
        svg.append('\n');
        grid(frame);
        svg.append("<g clip-path=\"url(#").append(prefix).append("-clip)\">\n");
        plot.bands().forEach(this::band);
        plot.bars().forEach(this::bars);
        plot.rules().forEach(rule -> rule(rule, frame));
        plot.series().forEach(this::line);
        svg.append("</g>\n");
        for (PlotLayout.Leader leader : layout.leaders()) {
            segment(leader.x1(), leader.y1(), leader.x2(), leader.y2(),
                    "stroke=\"" + theme.frame() + "\" stroke-width=\"0.8\"");
        }
        for (PlotLayout.Leader stem : layout.stems()) {
            segment(stem.x1(), stem.y1(), stem.x2(), stem.y2(), RULE_DASHES + theme.quietText() + "\"");
        }
        plot.series().forEach(this::markers);
        rect(frame, " fill=\"none\" stroke=\"" + theme.frame() + "\" stroke-width=\"1\"");
        svg.append('\n');
        legend();
        texts();
        return svg.append("</svg>\n").toString();
    }

    private void grid(Box frame) {
        String light = "stroke=\"" + theme.grid() + "\" stroke-width=\"1\"";
        String mark = "stroke=\"" + theme.frame() + "\" stroke-width=\"1\"";
        for (Tick tick : plot.x().ticks()) {
            if (plot.x().contains(tick.position())) {
                double x = layout.px(tick.position());
                boolean labelled = layout.xTicks().contains(tick);
                if (tick.major()) {
                    segment(x, frame.y(), x, frame.bottom(), light);
                }
                segment(x, frame.bottom(), x, frame.bottom() + (labelled ? 5 : 2.5), mark);
            }
        }
        for (Tick tick : plot.y().ticks()) {
            if (plot.y().contains(tick.position())) {
                double y = layout.py(tick.position());
                boolean labelled = layout.yTicks().contains(tick);
                if (tick.major()) {
                    segment(frame.x(), y, frame.right(), y, light);
                }
                segment(frame.x() - (labelled ? 5 : 2.5), y, frame.x(), y, mark);
            }
        }
    }

    private void band(Band band) {
        double[] x = band.x();
        double[] low = band.low();
        double[] high = band.high();
        Box room = layout.frame().grown(1000);
        int from = 0;
        while (from < x.length) {
            int to = from;
            while (to < x.length && plot.x().scale().shows(x[to]) && plot.y().scale().shows(low[to])
                    && plot.y().scale().shows(high[to])) {
                to++;
            }
            if (to - from > 1) {
                StringBuilder path = new StringBuilder();
                for (int i = from; i < to; i++) {
                    path.append(i == from ? "M" : "L").append(inside(x[i], high[i], room));
                }
                for (int i = to - 1; i >= from; i--) {
                    path.append('L').append(inside(x[i], low[i], room));
                }
                svg.append("<path d=\"").append(path).append("Z\" fill=\"").append(Palette.colour(band.colour(), theme))
                        .append("\" fill-opacity=\"0.18\"/>\n");
            }
            from = Math.max(to, from + 1);
        }
    }

    private void bars(Bars bars) {
        for (int i = 0; i < bars.size(); i++) {
            Box box = layout.bar(bars, i);
            if (box != null) {
                rect(box, barStyle(bars));
                svg.append('\n');
            }
        }
    }

    private String barStyle(Bars bars) {
        return " fill=\"" + Palette.colour(bars.colour(), theme) + "\" stroke=\"" + theme.background()
                + "\" stroke-width=\"0.8\"";
    }

    private String inside(double x, double y, Box room) {
        return number(Math.max(room.x(), Math.min(room.right(), layout.px(x)))) + " "
                + number(Math.max(room.y(), Math.min(room.bottom(), layout.py(y))));
    }

    private void rule(Rule rule, Box frame) {
        boolean vertical = rule.orientation() == Orientation.VERTICAL;
        Axis axis = vertical ? plot.x() : plot.y();
        if (!axis.contains(rule.position())) {
            return;
        }
        String style = RULE_DASHES + theme.quietText() + "\"";
        if (vertical) {
            double x = layout.px(rule.position());
            segment(x, frame.y(), x, frame.bottom(), style);
        } else {
            double y = layout.py(rule.position());
            segment(frame.x(), y, frame.right(), y, style);
        }
    }

    private void line(Series series) {
        if (series.line() == Line.NONE) {
            return;
        }
        double[] x = series.x();
        double[] y = series.y();
        Box room = layout.frame().grown(8);
        StringBuilder path = new StringBuilder();
        String last = "";
        double px = Double.NaN;
        double py = Double.NaN;
        for (int i = 0; i < x.length; i++) {
            boolean shown = plot.x().scale().shows(x[i]) && plot.y().scale().shows(y[i]);
            double nextX = shown ? layout.px(x[i]) : Double.NaN;
            double nextY = shown ? layout.py(y[i]) : Double.NaN;
            boolean tiny = Math.abs(nextX - px) < 0.2 && Math.abs(nextY - py) < 0.2 && i < x.length - 1;
            if (tiny) {
                continue;
            }
            double[] part = shown && !Double.isNaN(px) ? Clip.segment(room, px, py, nextX, nextY) : null;
            if (part != null) {
                String start = number(part[0]) + " " + number(part[1]);
                if (!start.equals(last)) {
                    path.append('M').append(start);
                }
                last = number(part[2]) + " " + number(part[3]);
                path.append('L').append(last);
            }
            px = nextX;
            py = nextY;
        }
        if (!path.isEmpty()) {
            svg.append("<path d=\"").append(path).append("\" fill=\"none\" stroke=\"")
                    .append(Palette.colour(series.colour(), theme))
                    .append("\" stroke-width=\"").append(number(Palette.thickness(series.colour())))
                    .append("\" stroke-linejoin=\"round\"").append(dashes(series.line()))
                    .append("/>\n");
        }
    }

    private static String dashes(Line line) {
        return switch (line) {
            case DASHED -> " stroke-dasharray=\"6 3.5\"";
            case DOTTED -> " stroke-dasharray=\"1.5 4\" stroke-linecap=\"round\"";
            default -> "";
        };
    }

    private void markers(Series series) {
        String colour = Palette.colour(series.colour(), theme);
        Box frame = layout.frame();
        if (series.marker() == Marker.NONE && shape(series) != Marker.NONE) {
            for (Trace run : Trace.curve(plot, series, frame.width(), frame.height())) {
                Trace marks = run.marks(frame.width(), frame.height());
                for (int i = 0; i < marks.x().length; i++) {
                    marker(shape(series), frame.x() + marks.x()[i] * frame.width(),
                            frame.bottom() - marks.y()[i] * frame.height(), colour);
                }
            }
        }
        for (int i = 0; i < series.size() && series.marker() != Marker.NONE; i++) {
            if (plot.x().contains(series.x(i)) && plot.y().contains(series.y(i))) {
                marker(series.marker(), layout.px(series.x(i)), layout.py(series.y(i)), colour);
            }
        }
    }

    /** The marker of a series, or the mark that tells its curve from another one of the same colour. */
    private static Marker shape(Series series) {
        return series.marker() == Marker.NONE && series.line() != Line.NONE
                ? Palette.mark(series.colour())
                : series.marker();
    }

    private void marker(Marker marker, double x, double y, String colour) {
        boolean hollow = marker == Marker.CIRCLE_HOLLOW || marker == Marker.SQUARE_HOLLOW;
        String style = hollow
                ? "\" fill=\"" + theme.background() + "\" stroke=\"" + colour
                        + "\" stroke-width=\"1.6\"/>\n"
                : "\" fill=\"" + colour + "\" stroke=\"" + theme.background() + "\" stroke-width=\"0.8\"/>\n";
        double r = PlotLayout.MARKER;
        switch (marker) {
            case CIRCLE, CIRCLE_HOLLOW -> svg.append("<circle cx=\"").append(number(x)).append("\" cy=\"")
                    .append(number(y)).append("\" r=\"").append(number(hollow ? r - 0.6 : r)).append(style);
            case SQUARE, SQUARE_HOLLOW -> polygon(style, x - r + 0.5, y - r + 0.5, x + r - 0.5, y - r + 0.5,
                    x + r - 0.5,
                    y + r - 0.5, x - r + 0.5, y + r - 0.5);
            case DIAMOND -> polygon(style, x, y - r - 0.8, x + r + 0.8, y, x, y + r + 0.8, x - r - 0.8, y);
            case TRIANGLE -> polygon(style, x, y - r, x + r, y + r - 0.5, x - r, y + r - 0.5);
            case NONE -> {
            }
        }
    }

    private void polygon(String style, double... points) {
        svg.append("<polygon points=\"");
        for (int i = 0; i < points.length; i += 2) {
            svg.append(i == 0 ? "" : " ").append(number(points[i])).append(',').append(number(points[i + 1]));
        }
        svg.append(style);
    }

    private void legend() {
        Map<String, List<Series>> groups = new LinkedHashMap<>();
        plot.series().forEach(series -> groups.computeIfAbsent(series.group(), g -> new ArrayList<>()).add(series));
        for (PlotLayout.Entry entry : layout.entries()) {
            double x = entry.x();
            double end = x + PlotLayout.SAMPLE;
            for (Band band : plot.bands()) {
                if (band.group().equals(entry.group())) {
                    rect(new Box(x, entry.y() - 5, PlotLayout.SAMPLE, 10),
                            " fill=\"" + Palette.colour(band.colour(), theme) + "\" fill-opacity=\"0.18\"");
                    svg.append('\n');
                    break;
                }
            }
            for (Bars bars : plot.bars()) {
                if (bars.group().equals(entry.group())) {
                    rect(new Box(x, entry.y() - 5, PlotLayout.SAMPLE, 10), barStyle(bars));
                    svg.append('\n');
                    break;
                }
            }
            List<Series> members = groups.getOrDefault(entry.group(), List.of());
            List<Line> lines = members.stream().map(Series::line).filter(line -> line != Line.NONE).distinct().sorted()
                    .toList();
            double share = lines.isEmpty() ? 0 : PlotLayout.SAMPLE / lines.size();
            for (int i = 0; i < lines.size(); i++) {
                Line line = lines.get(i);
                Series series = members.stream().filter(one -> one.line() == line).findFirst().orElseThrow();
                segment(x + i * share, entry.y(), i == lines.size() - 1 ? end : x + (i + 1) * share, entry.y(),
                        "stroke=\"" + Palette.colour(series.colour(), theme) + "\" stroke-width=\""
                                + number(Palette.thickness(series.colour())) + "\"" + dashes(line));
            }
            List<Marker> shapes = members.stream().map(SvgWriter::shape).filter(marker -> marker != Marker.NONE)
                    .distinct().toList();
            for (int i = 0; i < shapes.size(); i++) {
                Marker shape = shapes.get(i);
                Series series = members.stream().filter(one -> shape(one) == shape).findFirst().orElseThrow();
                marker(shape, x + PlotLayout.SAMPLE * (i + 1) / (shapes.size() + 1), entry.y(),
                        Palette.colour(series.colour(), theme));
            }
        }
    }

    private void texts() {
        for (PlotLayout.Text text : layout.texts()) {
            PlotLayout.Role role = text.role();
            String colour = switch (role) {
                case TITLE, X_TITLE, Y_TITLE, LEGEND, POINT, EMPTY -> theme.text();
                case X_TICK, Y_TICK, RULE, NOTE -> theme.quietText();
            };
            svg.append("<text ");
            Box box = text.box();
            switch (role) {
                case Y_TITLE -> svg.append("transform=\"translate(").append(number(box.x() + role.size())).append(' ')
                        .append(number(box.y() + box.height() / 2)).append(") rotate(-90)\" text-anchor=\"middle\"");
                case X_TICK, X_TITLE, RULE, EMPTY -> at(box.x() + box.width() / 2, text, " text-anchor=\"middle\"");
                case Y_TICK -> at(box.right(), text, " text-anchor=\"end\"");
                case TITLE, LEGEND, POINT, NOTE -> at(box.x(), text, "");
            }
            svg.append(" font-size=\"").append(number(role.size())).append('"')
                    .append(role.bold() ? " font-weight=\"bold\"" : "").append(" fill=\"").append(colour).append('"');
            if (role == PlotLayout.Role.POINT || role == PlotLayout.Role.RULE || role == PlotLayout.Role.EMPTY) {
                svg.append(" stroke=\"").append(theme.background())
                        .append("\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\"");
            }
            svg.append('>').append(escape(text.text())).append("</text>\n");
        }
    }

    private void at(double x, PlotLayout.Text text, String anchor) {
        svg.append("x=\"").append(number(x)).append("\" y=\"").append(number(text.baseline())).append('"')
                .append(anchor);
    }

    private void segment(double x1, double y1, double x2, double y2, String style) {
        svg.append("<line x1=\"").append(number(x1)).append("\" y1=\"").append(number(y1)).append("\" x2=\"")
                .append(number(x2)).append("\" y2=\"").append(number(y2)).append("\" ").append(style).append("/>\n");
    }

    private void rect(Box box, String style) {
        svg.append("<rect x=\"").append(number(box.x())).append("\" y=\"").append(number(box.y())).append("\" width=\"")
                .append(number(box.width())).append("\" height=\"").append(number(box.height())).append('"')
                .append(style)
                .append("/>");
    }

    /** At most two decimals, without exponent and without a negative zero. */
    static String number(double value) {
        long hundredths = Math.round(value * 100);
        long rest = Math.abs(hundredths % 100);
        String sign = hundredths < 0 ? "-" : "";
        String whole = sign + Math.abs(hundredths / 100);
        if (rest == 0) {
            return whole;
        }
        return whole + (rest % 10 == 0 ? "." + rest / 10 : rest < 10 ? ".0" + rest : "." + rest);
    }

    /** Text for XML: markup escaped, characters that XML 1.0 forbids replaced by U+FFFD. */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean allowed = c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c <= 0xd7ff
                    || c >= 0xe000 && c <= 0xfffd || c >= 0x10000;
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(allowed ? c : 0xfffd);
            }
        });
        return safe.toString();
    }
}
