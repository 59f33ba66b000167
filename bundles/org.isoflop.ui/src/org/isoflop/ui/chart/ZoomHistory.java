package org.isoflop.ui.chart;

import java.util.ArrayList;
import java.util.List;

import org.isoflop.ui.chart.ChartState.AxisState;

/** The limits and scales that a chart has had, to go back and forth among. */
final class ZoomHistory {

    private static final int MOST = 200;

    /** The axes at one time. */
    record Entry(AxisState x, AxisState y) {
    }

    private final List<Entry> entries = new ArrayList<>();
    private int current;
    /** What the current entry is a part of, or null. */
    private Object gesture;

    ZoomHistory(Entry start) {
        entries.add(start);
    }

    Entry current() {
        return entries.get(current);
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /**
     * Goes on to new axes.
     *
     * @param part
     *            what the change is a part of: changes that are part of the same in a row are undone together; null for
     *            a change of its own
     */
    void add(Entry entry, Object part) {
        if (entry.equals(current())) {
            return;
        }
        entries.subList(current + 1, entries.size()).clear();
        if (part != null && part.equals(gesture)) {
            entries.remove(current--);
        }
        gesture = null;
        if (!entry.equals(current())) {
            entries.add(entry);
            current++;
            gesture = part;
        }
        if (entries.size() > MOST) {
            entries.remove(0);
            current--;
        }
    }

    boolean canUndo() {
        return current > 0;
    }

    boolean canRedo() {
        return current < entries.size() - 1;
    }

    void undo() {
        if (canUndo()) {
            current--;
            gesture = null;
        }
    }

    void redo() {
        if (canRedo()) {
            current++;
            gesture = null;
        }
    }
}
