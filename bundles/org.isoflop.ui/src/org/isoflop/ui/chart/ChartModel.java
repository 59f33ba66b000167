package org.isoflop.ui.chart;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.isoflop.analysis.plot.Axis;
import org.isoflop.analysis.plot.AxisId;
import org.isoflop.analysis.plot.Band;
import org.isoflop.analysis.plot.Bars;
import org.isoflop.analysis.plot.Limits;
import org.isoflop.analysis.plot.Palette;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.Scale;
import org.isoflop.analysis.plot.Series;
import org.isoflop.ui.Messages;
import org.isoflop.ui.chart.ChartState.AxisState;

/** A plot, what the user has made of it, and the plot that follows from both. It knows nothing of widgets. */
final class ChartModel {

    private Plot plot;
    private ChartState state = ChartState.INITIAL;
    private ZoomHistory history = new ZoomHistory(new ZoomHistory.Entry(AxisState.INITIAL, AxisState.INITIAL));
    private Plot zoomed;
    private Plot shown;

    /** Takes another plot and keeps what the user has made of the one before. */
    void show(Plot newPlot) {
        plot = newPlot;
        derive();
    }

    /** The plot as it was given, or null before the first. */
    Plot plot() {
        return plot;
    }

    /** The plot within the limits that hold, with what is hidden. */
    Plot zoomed() {
        return zoomed;
    }

    /** The plot as it is on the screen. */
    Plot shown() {
        return shown;
    }

    ChartState state() {
        return state;
    }

    /** Takes another state; the way to it cannot be undone. */
    void restore(ChartState newState) {
        state = newState;
        history = new ZoomHistory(new ZoomHistory.Entry(state.x(), state.y()));
        derive();
    }

    /** The legend entries. */
    Set<String> groups() {
        return plot == null
                ? Set.of()
                : new LinkedHashSet<>(plot.groups());
    }

    private void derive() {
        if (plot == null) {
            return;
        }
        zoomed = plot.coloured(state.colours()).within(limits(AxisId.X), limits(AxisId.Y));
        Plot visible = zoomed.without(state.hidden());
        int lost = visible.valuesNotAboveZero();
        if (lost > 0) {
            String note = Messages.text("chart.note.notAboveZero", lost);
            zoomed = zoomed.withNote(note);
            visible = visible.withNote(note);
        }
        shown = visible;
    }

    private Limits limits(AxisId id) {
        AxisState wanted = state.axis(id);
        Axis axis = plot.axis(id);
        Scale scale = wanted.scale() == null ? axis.scale() : wanted.scale();
        return wanted.isZoomed() && Limits.areShown(scale, wanted.low(), wanted.high())
                ? new Limits(scale, wanted.low(), wanted.high())
                : plot.limits(id, scale);
    }

    /**
     * Zooms about a place.
     *
     * @param factor
     *            by what the stretch becomes longer, or shorter below 1
     * @param xShare
     *            the place along the x axis that stands still, NaN to leave the axis alone
     * @param yShare
     *            the place along the y axis that stands still, NaN to leave the axis alone
     */
    boolean zoom(double factor, double xShare, double yShare, Object part) {
        Limits x = zoomed.x().limits();
        Limits y = zoomed.y().limits();
        return go(Double.isNaN(xShare) ? x : x.zoomed(factor, xShare),
                Double.isNaN(yShare) ? y : y.zoomed(factor, yShare), part);
    }

    boolean pan(double xShare, double yShare, Object part) {
        return go(zoomed.x().limits().panned(xShare), zoomed.y().limits().panned(yShare), part);
    }

    /** Pans from where a drag began. */
    boolean drag(Object drag, Limits x, Limits y, double xShare, double yShare) {
        return go(x.panned(xShare), y.panned(yShare), drag);
    }

    /** Goes on to axes that there have been. */
    boolean go(ZoomHistory.Entry entry, Object part) {
        return go(entry.x(), entry.y(), part);
    }

    /** Shows the part between two places of each axis. */
    boolean box(double x1, double y1, double x2, double y2) {
        return go(zoomed.x().limits().between(x1, x2), zoomed.y().limits().between(y1, y2), null);
    }

    private boolean go(Limits x, Limits y, Object part) {
        return go(axis(AxisId.X, x), axis(AxisId.Y, y), part);
    }

    /** Limits that no eye could tell from earlier ones become these, so that zooming out ends where it began. */
    private AxisState axis(AxisId id, Limits limits) {
        AxisState now = state.axis(id);
        if (limits.equals(zoomed.axis(id).limits())) {
            return now;
        }
        if (limits.isNear(plot.limits(id, limits.scale()))) {
            return new AxisState(now.scale(), null, null);
        }
        for (ZoomHistory.Entry entry : history.entries()) {
            AxisState earlier = id == AxisId.X ? entry.x() : entry.y();
            if (earlier.isZoomed() && earlier.scale() == now.scale()
                    && limits.isNear(new Limits(limits.scale(), earlier.low(), earlier.high()))) {
                return earlier;
            }
        }
        return AxisState.of(now.scale(), limits);
    }

    private boolean go(AxisState x, AxisState y, Object part) {
        ZoomHistory.Entry entry = new ZoomHistory.Entry(x, y);
        if (entry.equals(history.current())) {
            return false;
        }
        history.add(entry, part);
        return follow();
    }

    private boolean follow() {
        ChartState before = state;
        state = state.withAxes(history.current().x(), history.current().y());
        derive();
        return !state.equals(before);
    }

    ZoomHistory.Entry axes() {
        return history.current();
    }

    /** Shows all of the plot; scales stay. */
    boolean reset() {
        return go(new AxisState(state.x().scale(), null, null), new AxisState(state.y().scale(), null, null), null);
    }

    boolean canUndo() {
        return history.canUndo();
    }

    boolean canRedo() {
        return history.canRedo();
    }

    boolean undo() {
        history.undo();
        return follow();
    }

    boolean redo() {
        history.redo();
        return follow();
    }

    /** Sets a scale; limits stay where the scale can show them. */
    boolean setScale(AxisId id, Scale scale) {
        AxisState now = state.axis(id);
        boolean stays = now.isZoomed() && Limits.areShown(scale, now.low(), now.high());
        Scale wanted = scale == plot.axis(id).scale() ? null : scale;
        AxisState next = new AxisState(wanted, stays ? now.low() : null, stays ? now.high() : null);
        return go(id == AxisId.X ? next : state.x(), id == AxisId.Y ? next : state.y(), null);
    }

    /** Sets limits that are known to fit the scale. */
    boolean setLimits(AxisId id, double low, double high) {
        AxisState next = axis(id, new Limits(zoomed.axis(id).scale(), low, high));
        return go(id == AxisId.X ? next : state.x(), id == AxisId.Y ? next : state.y(), null);
    }

    /** Sets limits and scales of both axes. */
    boolean setLimits(Limits x, Limits y) {
        return go(axisWithin(AxisId.X, x), axisWithin(AxisId.Y, y), null);
    }

    private AxisState axisWithin(AxisId id, Limits limits) {
        Scale scale = limits.scale() == plot.axis(id).scale() ? null : limits.scale();
        return limits.isNear(plot.limits(id, limits.scale()))
                ? new AxisState(scale, null, null)
                : AxisState.of(scale, limits);
    }

    boolean setHidden(Set<String> groups) {
        return change(state.withHidden(groups));
    }

    /** Shows what is hidden, hides what is shown. */
    boolean toggle(String group) {
        Set<String> hidden = new LinkedHashSet<>(state.hidden());
        if (!hidden.remove(group)) {
            hidden.add(group);
        }
        return setHidden(hidden);
    }

    /** Hides all others, or shows all if the others are hidden already. */
    boolean only(String group) {
        Set<String> others = new LinkedHashSet<>(groups());
        others.remove(group);
        boolean alone = !state.hidden().contains(group) && state.hidden().containsAll(others);
        return setHidden(alone ? Set.of() : others);
    }

    /** The colour of a legend entry in the palette. */
    int colour(String group) {
        return Math.floorMod(Stream
                .of(zoomed.series().stream().filter(one -> one.group().equals(group)).map(Series::colour),
                        zoomed.bars().stream().filter(one -> one.group().equals(group)).map(Bars::colour),
                        zoomed.bands().stream().filter(one -> one.group().equals(group)).map(Band::colour))
                .flatMap(colours -> colours).findFirst().orElse(0), Palette.SIZE);
    }

    boolean setColour(String group, int colour) {
        Map<String, Integer> colours = new HashMap<>(state.colours());
        colours.put(group, colour);
        return change(state.withColours(colours));
    }

    boolean setUsualColours() {
        return change(state.withColours(Map.of()));
    }

    boolean setHighlighted(String group) {
        return change(state.withHighlighted(group));
    }

    private boolean change(ChartState next) {
        boolean changed = !next.equals(state);
        state = next;
        derive();
        return changed;
    }
}
