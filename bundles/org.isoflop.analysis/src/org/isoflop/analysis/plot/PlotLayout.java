package org.isoflop.analysis.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;

/**
 * Where everything of a plot lies, in pixels: in a file, where the notes name labels without room, or on a screen,
 * where the read-out does. Labels of points overlap neither each other nor markers nor the frame.
 */
public final class PlotLayout {

    /** The smallest width that is drawn, in pixels. */
    public static final int LEAST_WIDTH = 240;
    /** The smallest height that is drawn, in pixels. */
    public static final int LEAST_HEIGHT = 180;
    /** The largest width and height that are drawn, in pixels. */
    public static final int MOST = 20_000;

    /** The width of a legend sample, in pixels. */
    public static final double SAMPLE = 36;
    /** Half the size of a marker, in pixels. */
    public static final double MARKER = 4;

    static final double PAD = 12;
    private static final double GAP = 8;
    private static final int BESIDE = 560;
    private static final int LABELS_NAMED = 40;
    private static final int NAMING_LINES = 6;
    private static final int RULE_ROWS = 4;
    /** The share of the width that names beside the y axis may take. */
    private static final double NAMES = 0.36;
    private static final int TICK = 7;
    private static final String USUAL_LABEL = "0.000";
    private static final int LEAST_FRAME = 20;
    private static final int MOST_MARKERS = 4000;
    private static final int TITLED_WIDTH = 200;
    private static final int TITLED_HEIGHT = 150;
    private static final int LEGEND_HEIGHT = 240;

    /** What a text is. */
    public enum Role {
        /** The title of the plot. */
        TITLE(15, true),
        /** The title of the x axis. */
        X_TITLE(12, false),
        /** The title of the y axis, turned by a quarter. */
        Y_TITLE(12, false),
        /** A tick label of the x axis. */
        X_TICK(11, false),
        /** A tick label of the y axis. */
        Y_TICK(11, false),
        /** A legend entry. */
        LEGEND(11, false),
        /** The label of a point. */
        POINT(11, false),
        /** The label of a rule. */
        RULE(10.5, false),
        /** A note under the plot. */
        NOTE(10.5, false),
        /** What stands in an empty plot. */
        EMPTY(12, false);

        private final double size;
        private final boolean bold;

        Role(double size, boolean bold) {
            this.size = size;
            this.bold = bold;
        }

        /**
         * The size of the font.
         *
         * @return in pixels
         */
        public double size() {
            return size;
        }

        /**
         * Whether the font is bold.
         *
         * @return true for the title
         */
        public boolean bold() {
            return bold;
        }
    }

    /**
     * A text and its place.
     *
     * @param role what it is
     * @param text the text
     * @param box the room it takes
     */
    public record Text(Role role, String text, Box box) {

        /**
         * The base line.
         *
         * @return its y
         */
        public double baseline() {
            return box.y() + role.size() * 0.93;
        }
    }

    /**
     * A legend entry.
     *
     * @param group the group it stands for
     * @param y the middle of its sample
     * @param x the left end of its sample
     * @param box the room it takes, with its text
     */
    public record Entry(String group, double x, double y, Box box) {
    }

    /**
     * A thin line from a label to its point.
     *
     * @param x1 at the point
     * @param y1 at the point
     * @param x2 at the label
     * @param y2 at the label
     */
    public record Leader(double x1, double y1, double x2, double y2) {
    }

    private final Plot plot;
    private final int width;
    private final int height;
    private final TextMeasure measure;
    private final boolean onScreen;
    private final Set<String> hidden;
    private final int firstEntry;
    private final double xStart;
    private final double xLength;
    private final double yStart;
    private final double yLength;
    private final List<Text> texts = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Leader> leaders = new ArrayList<>();
    private final List<Leader> stems = new ArrayList<>();
    private final List<Box> markers = new ArrayList<>();
    private final Set<String> omitted = new LinkedHashSet<>();
    private final List<Tick> xTicks = new ArrayList<>();
    private final List<Tick> yTicks = new ArrayList<>();
    private Box frame;
    private int hiddenEntries;

    private PlotLayout(Plot plot, int width, int height, TextMeasure measure, boolean onScreen, Set<String> hidden,
            int firstEntry) {
        this.plot = plot;
        this.width = width;
        this.height = height;
        this.measure = measure;
        this.onScreen = onScreen;
        this.hidden = hidden;
        this.firstEntry = firstEntry;
        xStart = plot.x().scale().coordinate(plot.x().low());
        xLength = plot.x().scale().coordinate(plot.x().high()) - xStart;
        yStart = plot.y().scale().coordinate(plot.y().low());
        yLength = plot.y().scale().coordinate(plot.y().high()) - yStart;
    }

    /**
     * Lays a plot out for a file.
     *
     * @param plot the plot
     * @param width in pixels
     * @param height in pixels
     * @return where everything lies
     * @throws DomainException if the size is smaller than 240 × 180 or larger than 20,000
     */
    public static PlotLayout of(Plot plot, int width, int height) {
        if (width < LEAST_WIDTH || height < LEAST_HEIGHT || width > MOST || height > MOST) {
            throw new DomainException(Sentence.of("plot.size", String.valueOf(width), String.valueOf(height),
                    String.valueOf(LEAST_WIDTH), String.valueOf(LEAST_HEIGHT), String.valueOf(MOST)));
        }
        int reserved = 0;
        while (true) {
            PlotLayout layout = new PlotLayout(plot, width, height, new FileText(), false, Set.of(), 0);
            double noteTop = layout.arrange(reserved);
            List<String> named = layout.naming();
            if (named.size() <= reserved || reserved == NAMING_LINES) {
                for (int i = 0; i < Math.min(named.size(), reserved); i++) {
                    layout.add(Role.NOTE, named.get(i), PAD, noteTop + layout.measure.pitch(Role.NOTE) * i);
                }
                return layout;
            }
            reserved = Math.min(named.size(), NAMING_LINES);
        }
    }

    /**
     * Lays a plot out for a screen of any size. What does not fit is left out: first the legend, the notes and the
     * titles, and at last everything.
     *
     * @param plot the plot
     * @param hidden legend entries that are switched off; they stay in the legend
     * @param firstEntry how many legend entries are scrolled away
     * @param width in pixels
     * @param height in pixels
     * @param measure how much room texts take
     * @return where everything lies
     */
    public static PlotLayout onScreen(Plot plot, Set<String> hidden, int firstEntry, int width, int height,
            TextMeasure measure) {
        PlotLayout layout = new PlotLayout(plot, width, height, measure, true, Set.copyOf(hidden), firstEntry);
        layout.arrange(0);
        if (!layout.fits()) {
            layout.texts.clear();
            layout.entries.clear();
            layout.leaders.clear();
            layout.stems.clear();
        }
        return layout;
    }

    /**
     * Whether there is room to draw anything.
     *
     * @return false on a screen that is too small
     */
    public boolean fits() {
        return frame.right() <= width && frame.bottom() <= height;
    }

    /**
     * The rectangle between the axes.
     *
     * @return in pixels
     */
    public Box frame() {
        return frame;
    }

    /**
     * All texts.
     *
     * @return with their boxes
     */
    public List<Text> texts() {
        return List.copyOf(texts);
    }

    /**
     * The samples of the legend; the text of each is among {@link #texts()}.
     *
     * @return one for each group
     */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /**
     * The lines between labels and points that are not beside each other.
     *
     * @return in pixels
     */
    public List<Leader> leaders() {
        return List.copyOf(leaders);
    }

    /**
     * The lines that continue vertical rules up to their labels.
     *
     * @return in pixels
     */
    public List<Leader> stems() {
        return List.copyOf(stems);
    }

    /**
     * The room that markers take.
     *
     * @return one box for each marker inside the frame
     */
    public List<Box> markers() {
        return List.copyOf(markers);
    }

    /**
     * Labels for which there was no room beside their points; the notes name them.
     *
     * @return their texts
     */
    public Set<String> omitted() {
        return Set.copyOf(omitted);
    }

    /**
     * The labelled ticks of the x axis that are drawn with their labels.
     *
     * @return ticks whose labels do not overlap
     */
    public List<Tick> xTicks() {
        return List.copyOf(xTicks);
    }

    /**
     * The labelled ticks of the y axis that are drawn with their labels.
     *
     * @return ticks whose labels do not overlap
     */
    public List<Tick> yTicks() {
        return List.copyOf(yTicks);
    }

    /**
     * Whether a tick is drawn with its label.
     *
     * @param tick a tick of either axis
     * @return true if its label overlaps no other
     */
    public boolean isLabelled(Tick tick) {
        return xTicks.contains(tick) || yTicks.contains(tick);
    }

    /**
     * Where an abscissa lies.
     *
     * @param x in the unit of the x axis; shown by its scale
     * @return pixels from the left
     */
    public double px(double x) {
        return frame.x() + (plot.x().scale().coordinate(x) - xStart) / xLength * frame.width();
    }

    /**
     * Where an ordinate lies.
     *
     * @param y in the unit of the y axis; shown by its scale
     * @return pixels from the top
     */
    public double py(double y) {
        return frame.bottom() - (plot.y().scale().coordinate(y) - yStart) / yLength * frame.height();
    }

    /**
     * Where a bar lies.
     *
     * @param bars some bars
     * @param index of the bar
     * @return its rectangle, cut off at the ends of the axes; null if nothing of it is to be seen
     */
    public Box bar(Bars bars, int index) {
        boolean vertical = bars.orientation() == Orientation.VERTICAL;
        Axis across = plot.axis(bars.across());
        Axis along = plot.axis(bars.along());
        double least = bars.position(index) - bars.width() / 2;
        double most = bars.position(index) + bars.width() / 2;
        double low = Math.min(bars.from(index), bars.to(index));
        double high = Math.max(bars.from(index), bars.to(index));
        if (!(most > across.low() && least < across.high() && high >= along.low() && low <= along.high())
                || high == low) {
            return null;
        }
        double first = Math.max(least, across.low());
        double last = Math.min(most, across.high());
        double start = Math.max(low, along.low());
        double end = Math.min(high, along.high());
        return vertical
                ? new Box(px(first), py(end), px(last) - px(first), py(start) - py(end))
                : new Box(px(start), py(last), px(end) - px(start), py(first) - py(last));
    }

    /** Lays everything out with room for some lines that name omitted labels; returns where these lines start. */
    private double arrange(int reserved) {
        double top = PAD;
        if (height >= TITLED_HEIGHT) {
            for (String line : measure.wrap(plot.title(), Role.TITLE, width - 2 * PAD)) {
                add(Role.TITLE, onScreen ? measure.cut(line, Role.TITLE, width - 2 * PAD) : line, PAD, top);
                top += measure.pitch(Role.TITLE);
            }
            top += 8;
        }
        boolean crowded = onScreen && (width < LEAST_WIDTH || height < (width < BESIDE ? LEGEND_HEIGHT : LEAST_HEIGHT));
        Map<String, List<String>> groups = crowded ? Map.of() : groups();
        boolean beside = width >= BESIDE && !groups.isEmpty();
        double room = (beside ? 0.34 * width : width - 2 * PAD) - SAMPLE - GAP;
        double legendWidth = 0;
        for (Map.Entry<String, List<String>> group : groups.entrySet()) {
            group.setValue(measure.wrap(group.getKey(), Role.LEGEND, room).stream()
                    .map(line -> measure.cut(line, Role.LEGEND, room)).toList());
            for (String line : group.getValue()) {
                legendWidth = Math.max(legendWidth, SAMPLE + GAP + measure.width(line, Role.LEGEND));
            }
        }
        double left = PAD + (hasTitle(plot.y()) ? measure.height(Role.Y_TITLE) + 5.6 : 0) + widest(plot.y().ticks())
                + 9;
        double right = beside ? PAD + legendWidth + 16 : PAD + 16;
        left = Math.round(left);
        double frameWidth = Math.floor(Math.max(LEAST_FRAME, width - left - right));
        top = Math.round(top + measure.pitch(Role.RULE) * ruleRows(left, frameWidth, top));
        double bottom = height - PAD;
        double pitch = measure.pitch(Role.NOTE);
        List<String> notes = notes();
        double below = belowFrame() + (beside ? 0 : flowHeight(groups));
        while (!notes.isEmpty() && bottom - pitch * (notes.size() + reserved) - below - top < 0.3 * height) {
            notes = notes.subList(0, notes.size() - 1);
        }
        bottom -= pitch * (notes.size() + reserved);
        for (int i = 0; i < notes.size(); i++) {
            add(Role.NOTE, onScreen ? measure.cut(notes.get(i), Role.NOTE, width - 2 * PAD) : notes.get(i), PAD,
                    bottom + pitch * i + 2);
        }
        double naming = bottom + pitch * notes.size() + 2;
        bottom -= notes.size() + reserved == 0 ? 0 : 4;
        double frameBottom = Math.floor(bottom - below);
        frame = new Box(left, top, frameWidth, Math.max(LEAST_FRAME, frameBottom - top));
        if (!fits()) {
            return naming;
        }
        axes();
        if (beside) {
            legendBeside(groups, frame.right() + 16, legendWidth, bottom);
        } else {
            legendBelow(groups, frame.bottom() + belowFrame());
        }
        if (visiblePoints() > 0) {
            place();
        } else if (hidden.isEmpty()) {
            empty();
        }
        return naming;
    }

    private boolean hasTitle(Axis axis) {
        return !axis.title().isEmpty() && width >= TITLED_WIDTH && height >= TITLED_HEIGHT;
    }

    /** The room between the frame and what stands below the title of the x axis. */
    private double belowFrame() {
        return TICK + measure.height(Role.X_TICK) + (hasTitle(plot.x()) ? 7 + measure.height(Role.X_TITLE) : 3);
    }

    private void add(Role role, String text, double x, double y) {
        texts.add(text(role, text, x, y));
    }

    private Text text(Role role, String text, double x, double y) {
        return new Text(role, text, new Box(x, y, measure.width(text, role), measure.height(role)));
    }

    private double widest(List<Tick> ticks) {
        double widest = ticks.stream().mapToDouble(tick -> measure.width(shownName(tick.label()), Role.Y_TICK)).max()
                .orElse(0);
        // On a screen the frame stands still while the chart is zoomed, as long as labels do not grow much.
        return onScreen ? Math.max(widest, measure.width(USUAL_LABEL, Role.Y_TICK)) : widest;
    }

    private Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        plot.groups().forEach(group -> groups.put(group, List.of()));
        return groups;
    }

    /**
     * Labels of vertical rules stand over the frame, centred on their rule or beside it, in as many rows as they need;
     * a rule is drawn up to its label and meets no other label on the way.
     */
    private int ruleRows(double left, double frameWidth, double top) {
        List<Text> placed = new ArrayList<>();
        Map<Text, Double> lines = new LinkedHashMap<>();
        int used = onScreen && plot.rules().stream().anyMatch(rule -> rule.orientation() == Orientation.VERTICAL
                && !rule.label().isEmpty()) ? 1 : 0;
        List<Rule> rules = plot.rules().stream().filter(rule -> rule.orientation() == Orientation.VERTICAL
                && !rule.label().isEmpty() && plot.x().contains(rule.position()))
                .sorted(Comparator.comparingDouble(Rule::position)).toList();
        double[] positions = rules.stream().mapToDouble(rule -> left + plot.x().share(rule.position()) * frameWidth)
                .toArray();
        for (Rule rule : rules) {
            double x = left + plot.x().share(rule.position()) * frameWidth;
            Text text = ruleLabel(rule.label(), x, lines, positions);
            if (text == null) {
                omitted.add(rule.label());
            } else {
                placed.add(text);
                lines.put(text, x);
                used = Math.max(used, (int) Math.round(-text.box().y() / measure.pitch(Role.RULE)));
            }
        }
        for (Text one : placed) {
            double y = top + measure.pitch(Role.RULE) * used + one.box().y();
            add(Role.RULE, one.text(), one.box().x(), y);
            stems.add(new Leader(lines.get(one), top + measure.pitch(Role.RULE) * used, lines.get(one), y + one.box()
                    .height()));
        }
        return used;
    }

    /**
     * The best free place for a label, rows counted upwards from y = 0, in the way of few other rules; null without
     * one.
     */
    private Text ruleLabel(String label, double x, Map<Text, Double> lines, double[] positions) {
        String shown = measure.cut(label, Role.RULE, width - 2 * PAD);
        double length = measure.width(shown, Role.RULE);
        Text best = null;
        double least = Double.POSITIVE_INFINITY;
        for (int row = 1; row <= RULE_ROWS; row++) {
            for (double shift : new double[] {length / 2, 6, length - 6}) {
                double from = Math.max(PAD, Math.min(width - PAD - length, x - shift));
                Text text = text(Role.RULE, shown, from, -measure.pitch(Role.RULE) * row);
                Box room = text.box().grown(2);
                boolean free = true;
                for (Map.Entry<Text, Double> other : lines.entrySet()) {
                    Box box = other.getKey().box();
                    free &= !new Box(box.x() - 6, box.y(), box.width() + 12, box.height()).overlaps(text.box());
                    free &= !box.grown(2).crossedBy(x, 0, x, text.box().bottom());
                    free &= !room.crossedBy(other.getValue(), 0, other.getValue(), box.bottom());
                }
                double cost = row;
                for (double position : positions) {
                    cost += position != x && position > room.x() && position < room.right() ? 2 : 0;
                }
                if (free && cost < least) {
                    best = text;
                    least = cost;
                }
            }
        }
        return best;
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (String note : plot.notes()) {
            notes.addAll(measure.wrap(note, Role.NOTE, width - 2 * PAD));
        }
        return notes;
    }

    private List<String> naming() {
        if (omitted.isEmpty()) {
            return List.of();
        }
        String list = String.join(" \u00b7 ", omitted.stream().limit(LABELS_NAMED).toList());
        return measure.wrap("\u2217 " + list + (omitted.size() > LABELS_NAMED ? " " + TextMeasure.ELLIPSIS : ""),
                Role.NOTE, width - 2 * PAD);
    }

    private void axes() {
        List<Text> x = new ArrayList<>();
        List<Tick> labelled = plot.x().ticks().stream()
                .filter(tick -> !tick.label().isEmpty() && plot.x().contains(tick.position())).toList();
        for (int stride = 1; stride <= Math.max(1, labelled.size()); stride++) {
            x.clear();
            xTicks.clear();
            for (int i = 0; i < labelled.size(); i += stride) {
                Tick tick = labelled.get(i);
                double length = measure.width(tick.label(), Role.X_TICK);
                x.add(text(Role.X_TICK, tick.label(), px(tick.position()) - length / 2, frame.bottom() + TICK));
                xTicks.add(tick);
            }
            if (apart(x, 4)) {
                break;
            }
        }
        texts.addAll(x);
        List<Text> y = new ArrayList<>();
        labelled = plot.y().ticks().stream()
                .filter(tick -> !tick.label().isEmpty() && plot.y().contains(tick.position())).toList();
        for (int stride = 1; stride <= Math.max(1, labelled.size()); stride++) {
            y.clear();
            yTicks.clear();
            for (int i = 0; i < labelled.size(); i += stride) {
                Tick tick = labelled.get(i);
                String label = shownName(tick.label());
                double length = measure.width(label, Role.Y_TICK);
                y.add(text(Role.Y_TICK, label, frame.x() - 8 - length,
                        py(tick.position()) - measure.height(Role.Y_TICK) * 0.475));
                yTicks.add(tick);
            }
            if (apart(y, 0)) {
                break;
            }
        }
        texts.addAll(y);
        if (hasTitle(plot.x())) {
            String title = measure.cut(plot.x().drawnTitle(), Role.X_TITLE, width - 2 * PAD);
            double length = measure.width(title, Role.X_TITLE);
            double middle = frame.x() + frame.width() / 2;
            add(Role.X_TITLE, title, Math.max(PAD, Math.min(width - PAD - length, middle - length / 2)),
                    frame.bottom() + TICK + measure.height(Role.X_TICK) + 4);
        }
        if (hasTitle(plot.y())) {
            double lowest = onScreen ? frame.bottom() + TICK + measure.height(Role.X_TICK) : height - PAD;
            double room = onScreen ? lowest - frame.y() : height - 2 * PAD;
            String title = measure.cut(plot.y().drawnTitle(), Role.Y_TITLE, room);
            double length = measure.width(title, Role.Y_TITLE);
            double middle = frame.y() + frame.height() / 2;
            double from = Math.max(lowest - room, Math.min(lowest - length, middle - length / 2));
            texts.add(new Text(Role.Y_TITLE, title, new Box(PAD, from, measure.height(Role.Y_TITLE), length)));
        }
    }

    /** The label of a tick of the y axis; names are cut where they would take more than a part of the picture. */
    private String shownName(String label) {
        return plot.y().labels() == TickLabels.NAMES ? measure.cut(label, Role.Y_TICK, NAMES * width) : label;
    }

    private static boolean apart(List<Text> texts, double gap) {
        for (int i = 1; i < texts.size(); i++) {
            if (texts.get(i - 1).box().grown(gap / 2).overlaps(texts.get(i).box().grown(gap / 2))) {
                return false;
            }
        }
        return true;
    }

    private void legendBeside(Map<String, List<String>> groups, double x, double legendWidth, double bottom) {
        double pitch = measure.pitch(Role.LEGEND);
        double y = frame.y();
        int passed = 0;
        int shown = 0;
        for (Map.Entry<String, List<String>> group : groups.entrySet()) {
            if (passed++ < firstEntry) {
                continue;
            }
            double tall = pitch * group.getValue().size();
            if (y + tall + pitch > bottom) {
                break;
            }
            entries.add(new Entry(group.getKey(), x, y + measure.height(Role.LEGEND) / 2,
                    new Box(x, y, legendWidth, tall)));
            for (String line : group.getValue()) {
                add(Role.LEGEND, line, x + SAMPLE + GAP, y);
                y += pitch;
            }
            y += 4;
            shown++;
        }
        hiddenEntries = groups.size() - shown;
        if (hiddenEntries > 0) {
            add(Role.LEGEND, "+ " + hiddenEntries, x + SAMPLE + GAP, y);
        }
    }

    private double flowHeight(Map<String, List<String>> groups) {
        double x = PAD;
        double rows = groups.isEmpty() ? 0 : 1;
        for (List<String> lines : groups.values()) {
            double length = SAMPLE + GAP + measure.width(String.join(" ", lines), Role.LEGEND);
            if (x > PAD && x + length > width - PAD) {
                rows++;
                x = PAD;
            }
            x += length + 18;
        }
        double row = measure.pitch(Role.LEGEND) + 2;
        return Math.min(rows * row, Math.floor(0.3 * height / row) * row);
    }

    private void legendBelow(Map<String, List<String>> groups, double top) {
        double x = PAD;
        double y = top;
        double end = top + flowHeight(groups);
        double row = measure.pitch(Role.LEGEND) + 2;
        int passed = 0;
        int shown = 0;
        for (Map.Entry<String, List<String>> group : groups.entrySet()) {
            if (passed++ < firstEntry) {
                continue;
            }
            String text = measure.cut(String.join(" ", group.getValue()), Role.LEGEND, width - 2 * PAD - SAMPLE - GAP);
            double length = SAMPLE + GAP + measure.width(text, Role.LEGEND);
            if (x > PAD && x + length > width - PAD) {
                x = PAD;
                y += row;
            }
            if (y + row > end + 0.5) {
                break;
            }
            entries.add(new Entry(group.getKey(), x, y + measure.height(Role.LEGEND) / 2,
                    new Box(x, y, length, measure.pitch(Role.LEGEND))));
            add(Role.LEGEND, text, x + SAMPLE + GAP, y);
            x += length + 18;
            shown++;
        }
        hiddenEntries = groups.size() - shown;
    }

    /**
     * How many legend entries found no room.
     *
     * @return 0 if all are shown
     */
    public int hiddenEntries() {
        return hiddenEntries;
    }

    private boolean isVisible(Series series) {
        return !hidden.contains(series.group());
    }

    private boolean isShown(Series series, int point) {
        return plot.x().scale().shows(series.x(point)) && plot.y().scale().shows(series.y(point));
    }

    private long visiblePoints() {
        long count = plot.bands().stream().filter(band -> !hidden.contains(band.group())).count()
                + plot.bars().stream().filter(bars -> !hidden.contains(bars.group())).count();
        for (Series series : plot.series()) {
            for (int i = 0; i < series.size() && count == 0 && isVisible(series); i++) {
                count += isShown(series, i) ? 1 : 0;
            }
        }
        return count;
    }

    /** A plot without a point says in its own words what it would show. */
    private void empty() {
        List<String> lines = measure.wrap(plot.description(), Role.EMPTY, 0.8 * frame.width());
        double pitch = measure.pitch(Role.EMPTY);
        int most = (int) Math.max(1, frame.height() / pitch);
        double y = frame.y() + Math.max(0, (frame.height() - pitch * Math.min(most, lines.size())) / 2);
        for (String line : lines.subList(0, Math.min(most, lines.size()))) {
            double length = measure.width(line, Role.EMPTY);
            add(Role.EMPTY, line, frame.x() + (frame.width() - length) / 2, y);
            y += pitch;
        }
    }

    /** Labels of horizontal rules stand inside, at whichever end is emptier. */
    private void horizontalRules(Occupancy curves) {
        for (Rule rule : plot.rules()) {
            if (rule.orientation() != Orientation.HORIZONTAL || rule.label().isEmpty()
                    || !plot.y().contains(rule.position())) {
                continue;
            }
            double length = measure.width(rule.label(), Role.RULE);
            double above = py(rule.position()) - measure.height(Role.RULE) - 1;
            double under = py(rule.position()) + 2;
            Text best = null;
            int least = Integer.MAX_VALUE;
            for (double y : new double[] {above, under}) {
                for (double x : new double[] {frame.right() - length - 4, frame.x() + 4}) {
                    Text text = text(Role.RULE, rule.label(), x, y);
                    boolean free = frame.contains(text.box())
                            && texts.stream().noneMatch(one -> one.box().overlaps(text.box()))
                            && markers.stream().noneMatch(one -> one.grown(1).overlaps(text.box()));
                    if (free && curves.count(text.box()) < least) {
                        best = text;
                        least = curves.count(text.box());
                    }
                }
            }
            if (best == null) {
                omitted.add(rule.label());
            } else {
                texts.add(best);
            }
        }
    }

    private void place() {
        List<LabelPlacer.Wanted> wanted = new ArrayList<>();
        Occupancy curves = new Occupancy(frame);
        Set<Long> marked = new HashSet<>();
        boolean labelled = !plot.labels().isEmpty() || plot.series().stream().anyMatch(one -> !one.pointLabels()
                .isEmpty())
                || plot.rules().stream().anyMatch(rule -> rule.orientation() == Orientation.HORIZONTAL);
        for (Series series : plot.series()) {
            if (isVisible(series) && (labelled || series.marker() != Marker.NONE)) {
                points(series, wanted, curves, marked, labelled);
            }
        }
        horizontalRules(curves);
        for (Label label : plot.labels()) {
            if (plot.x().contains(label.x()) && plot.y().contains(label.y())) {
                wanted.add(new LabelPlacer.Wanted(label.text(), px(label.x()), py(label.y()), label.anchor()));
            }
        }
        List<Box> rules = texts.stream().filter(text -> text.role() == Role.RULE).map(Text::box).toList();
        LabelPlacer.Placement placement = new LabelPlacer(frame, markers, rules, curves, measure).place(wanted);
        texts.addAll(placement.texts());
        leaders.addAll(placement.leaders());
        placement.failed().forEach(one -> omitted.add(one.text()));
    }

    private void points(Series series, List<LabelPlacer.Wanted> wanted, Occupancy curves, Set<Long> marked,
            boolean labelled) {
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        for (int i = 0; i < series.size(); i++) {
            double x = series.x(i);
            double y = series.y(i);
            boolean shown = isShown(series, i);
            double px = shown ? px(x) : Double.NaN;
            double py = shown ? py(y) : Double.NaN;
            boolean inside = shown && plot.x().contains(x) && plot.y().contains(y);
            if (inside && series.marker() != Marker.NONE && markers.size() < MOST_MARKERS
                    && marked.add(Math.round(px) << 32 | Math.round(py))) {
                markers.add(new Box(px - MARKER, py - MARKER, 2 * MARKER, 2 * MARKER));
            }
            if (inside && !series.pointLabels().isEmpty() && !series.pointLabels().get(i).isBlank()) {
                wanted.add(new LabelPlacer.Wanted(series.pointLabels().get(i), px, py, Anchor.RIGHT));
            }
            if (labelled && series.line() != Line.NONE && shown && !Double.isNaN(lastX)) {
                curves.add(lastX, lastY, px, py);
            }
            lastX = px;
            lastY = py;
        }
    }
}
