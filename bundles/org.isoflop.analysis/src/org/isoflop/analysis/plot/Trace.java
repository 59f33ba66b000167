package org.isoflop.analysis.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What can be seen of a series in a picture of some size: places along the axes, without those that fall on pixels that
 * are drawn already. Curves keep their peaks, points keep their clusters.
 *
 * @param x places along the x axis, 0 at the low end and 1 at the high end, all finite
 * @param y places along the y axis, all finite
 */
public record Trace(double[] x, double[] y) {

    /** Far enough outside that a line's direction inside does not visibly change, near enough for whole pixels. */
    private static final double FAR = 1000;
    /** How far a curve may be from where it belongs, in pixels. */
    private static final double TOLERANCE = 0.2;
    private static final int LONGEST_STRAIGHT = 100;
    private static final int MOST_POINTS = 8000;
    private static final double MARK_DISTANCE = 90;

    /**
     * The unbroken runs of a curve; values that an axis cannot show break it.
     *
     * @param plot the plot whose axes hold
     * @param series one of its series
     * @param width of the area between the axes, in pixels
     * @param height of the area between the axes, in pixels
     * @return the runs, each with at least one place
     */
    public static List<Trace> curve(Plot plot, Series series, double width, double height) {
        List<Trace> runs = new ArrayList<>();
        Places places = new Places(plot, series);
        double[] x = new double[series.size()];
        double[] y = new double[series.size()];
        int length = 0;
        for (int i = 0; i <= series.size(); i++) {
            if (i < series.size() && places.has(i)) {
                x[length] = places.x(i);
                y[length++] = places.y(i);
            } else {
                if (length > 0) {
                    runs.add(straightened(inside(peaks(new Trace(Arrays.copyOf(x, length), Arrays.copyOf(y, length)),
                            width)), width, height));
                }
                length = 0;
            }
        }
        return runs;
    }

    /**
     * The points of a series, where they are inside; of those too close to tell apart one.
     *
     * @param plot the plot whose axes hold
     * @param series one of its series
     * @param width of the area between the axes, in pixels
     * @param height of the area between the axes, in pixels
     * @return their places
     */
    public static Trace points(Plot plot, Series series, double width, double height) {
        double cell = 1;
        Trace points = points(plot, series, width, height, cell);
        while (points.x.length > MOST_POINTS) {
            cell++;
            points = points(plot, series, width, height, cell);
        }
        return points;
    }

    private static Trace points(Plot plot, Series series, double width, double height, double cell) {
        Places places = new Places(plot, series);
        Set<Long> taken = new HashSet<>();
        double[] x = new double[series.size()];
        double[] y = new double[series.size()];
        int length = 0;
        for (int i = 0; i < series.size(); i++) {
            if (places.has(i) && plot.x().contains(series.x(i)) && plot.y().contains(series.y(i))) {
                double placeX = places.x(i);
                double placeY = places.y(i);
                if (taken.add(Math.round(placeX * width / cell) << 32 | Math.round(placeY * height / cell))) {
                    x[length] = placeX;
                    y[length++] = placeY;
                }
            }
        }
        return new Trace(Arrays.copyOf(x, length), Arrays.copyOf(y, length));
    }

    /**
     * Places at even distances along a run, for marks that tell it from others of the same colour.
     *
     * @param width of the area between the axes, in pixels
     * @param height of the area between the axes, in pixels
     * @return places inside
     */
    public Trace marks(double width, double height) {
        List<double[]> marks = new ArrayList<>();
        double left = MARK_DISTANCE / 3;
        for (int i = 1; i < x.length; i++) {
            double[] part = Clip.segment(new Box(0, 0, 1, 1), x[i - 1], y[i - 1], x[i], y[i]);
            if (part == null) {
                continue;
            }
            double length = Math.hypot((part[2] - part[0]) * width, (part[3] - part[1]) * height);
            double at = left;
            for (; at <= length; at += MARK_DISTANCE) {
                double share = at / length;
                marks.add(new double[] {part[0] + share * (part[2] - part[0]), part[1] + share * (part[3] - part[1])});
            }
            left = at - length;
        }
        return new Trace(marks.stream().mapToDouble(mark -> mark[0]).toArray(),
                marks.stream().mapToDouble(mark -> mark[1]).toArray());
    }

    /** Of the points in a column of pixels, keeps the first, the lowest, the highest and the last. */
    private static Trace peaks(Trace run, double width) {
        if (run.x.length <= 4 * width) {
            return run;
        }
        Builder kept = new Builder(run);
        int from = 0;
        while (from < run.x.length) {
            long column = (long) Math.floor(run.x[from] * width);
            int to = from;
            int lowest = from;
            int highest = from;
            while (to < run.x.length && (long) Math.floor(run.x[to] * width) == column) {
                lowest = run.y[to] < run.y[lowest] ? to : lowest;
                highest = run.y[to] > run.y[highest] ? to : highest;
                to++;
            }
            kept.add(from);
            kept.add(Math.min(lowest, highest));
            kept.add(Math.max(lowest, highest));
            kept.add(to - 1);
            from = to;
        }
        return kept.trace();
    }

    /** Leaves out points between lines that are outside on the same side. */
    private static Trace inside(Trace run) {
        Builder kept = new Builder(run);
        for (int i = 0; i < run.x.length; i++) {
            boolean edge = i == 0 || i == run.x.length - 1;
            if (edge || (outside(run, i - 1) & outside(run, i) & outside(run, i + 1)) == 0) {
                kept.add(i);
            }
        }
        return kept.trace();
    }

    private static int outside(Trace run, int i) {
        return (run.x[i] < 0 ? 1 : 0) | (run.x[i] > 1 ? 2 : 0) | (run.y[i] < 0 ? 4 : 0) | (run.y[i] > 1 ? 8 : 0);
    }

    /** Leaves out points that lie on the line between their neighbours. */
    private static Trace straightened(Trace run, double width, double height) {
        Builder kept = new Builder(run);
        kept.add(0);
        int from = 0;
        for (int to = 2; to < run.x.length; to++) {
            if (to - from > LONGEST_STRAIGHT || !straight(run, from, to, width, height)) {
                from = to - 1;
                kept.add(from);
            }
        }
        kept.add(run.x.length - 1);
        return kept.trace();
    }

    private static boolean straight(Trace run, int from, int to, double width, double height) {
        double dx = (run.x[to] - run.x[from]) * width;
        double dy = (run.y[to] - run.y[from]) * height;
        double square = dx * dx + dy * dy;
        for (int i = from + 1; i < to; i++) {
            double px = (run.x[i] - run.x[from]) * width;
            double py = (run.y[i] - run.y[from]) * height;
            double along = square == 0 ? 0 : Math.clamp((px * dx + py * dy) / square, 0, 1);
            if (Math.hypot(px - along * dx, py - along * dy) > TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    /** Some of the places of a run, in order. */
    private static final class Builder {

        private final Trace run;
        private final double[] x;
        private final double[] y;
        private int length;
        private int last = -1;

        Builder(Trace run) {
            this.run = run;
            x = new double[run.x.length];
            y = new double[run.x.length];
        }

        void add(int index) {
            if (index > last) {
                x[length] = run.x[index];
                y[length++] = run.y[index];
                last = index;
            }
        }

        Trace trace() {
            return new Trace(Arrays.copyOf(x, length), Arrays.copyOf(y, length));
        }
    }

    /** Where the points of a series lie, with the logarithms of the axes' bounds taken once. */
    private static final class Places {

        private final Plot plot;
        private final Series series;
        private final double xStart;
        private final double xLength;
        private final double yStart;
        private final double yLength;

        Places(Plot plot, Series series) {
            this.plot = plot;
            this.series = series;
            xStart = plot.x().scale().coordinate(plot.x().low());
            xLength = plot.x().scale().coordinate(plot.x().high()) - xStart;
            yStart = plot.y().scale().coordinate(plot.y().low());
            yLength = plot.y().scale().coordinate(plot.y().high()) - yStart;
        }

        boolean has(int i) {
            return plot.x().scale().shows(series.x(i)) && plot.y().scale().shows(series.y(i));
        }

        double x(int i) {
            return clamp((plot.x().scale().coordinate(series.x(i)) - xStart) / xLength);
        }

        double y(int i) {
            return clamp((plot.y().scale().coordinate(series.y(i)) - yStart) / yLength);
        }

        private static double clamp(double place) {
            return Math.clamp(place, -FAR, FAR);
        }
    }
}
