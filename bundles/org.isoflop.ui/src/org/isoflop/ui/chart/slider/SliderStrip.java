package org.isoflop.ui.chart.slider;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Link;
import org.isoflop.core.chart.SliderRange;
import org.isoflop.model.Study;
import org.isoflop.ui.Messages;
import org.isoflop.ui.edit.StudyEditing;

/** The sliders of a view, one row each, with at most a few rows in sight. */
public final class SliderStrip {

    private static final int ROWS_IN_SIGHT = 3;
    private static final int MARGIN = 4;

    private final ScrolledComposite scrolled;
    private final Composite rows;
    private final Link empty;
    private final List<SliderRow> sliders = new ArrayList<>();
    private final Runnable changed;
    private final Consumer<Boolean> dragging;
    private Study study;
    private StudyEditing editing;

    /**
     * Creates the strip.
     *
     * @param parent
     *            where
     * @param changed
     *            called when sliders were added, removed or given another range
     * @param dragging
     *            called with true when a slider begins to move and with false when it stands again
     * @param add
     *            called when the user asks for another slider
     */
    public SliderStrip(Composite parent, Runnable changed, Consumer<Boolean> dragging, Runnable add) {
        this.changed = changed;
        this.dragging = dragging;
        scrolled = new ScrolledComposite(parent, SWT.V_SCROLL);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        rows = new Composite(scrolled, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(SliderRow.COLUMNS).margins(MARGIN, MARGIN).spacing(MARGIN, 0)
                .applyTo(rows);
        scrolled.setContent(rows);
        empty = new Link(rows, SWT.WRAP);
        empty.setText(Messages.text("slider.none"));
        empty.addListener(SWT.Selection, event -> add.run());
        GridDataFactory.fillDefaults().grab(true, false).span(SliderRow.COLUMNS, 1).applyTo(empty);
    }

    /**
     * Returns the control of the strip.
     *
     * @return the control
     */
    public Control control() {
        return scrolled;
    }

    /**
     * Turns to a study and its sliders.
     *
     * @param newEditing
     *            the editing domain of the study, or null for none
     * @param editable
     *            whether the study can be edited
     * @param ranges
     *            ranges by the paths of quantities
     */
    public void show(StudyEditing newEditing, boolean editable, Map<String, SliderRange> ranges) {
        boolean same = newEditing == editing && ranges.equals(ranges());
        editing = newEditing;
        study = editing == null ? null : editing.study();
        if (!same) {
            List.copyOf(sliders).forEach(SliderRow::dispose);
            sliders.clear();
            ranges.forEach((path, range) -> sliders.add(new SliderRow(this, rows, path, range)));
        }
        sliders.forEach(row -> row.refresh(editable));
        if (!same) {
            layout();
        }
    }

    /**
     * Adds a slider for a quantity, or puts the focus on the one that it has.
     *
     * @param quantity
     *            a quantity of the study
     */
    public void add(StudyQuantity quantity) {
        String path = quantity.path();
        Optional<SliderRow> there = sliders.stream().filter(row -> row.path().equals(path)).findFirst();
        SliderRow row = there.orElseGet(() -> {
            SliderRow added = new SliderRow(this, rows, path, quantity.range());
            added.refresh(true);
            sliders.add(added);
            layout();
            changed.run();
            return added;
        });
        scrolled.showControl(row.scale());
        row.scale().setFocus();
    }

    /**
     * Returns the sliders as a view remembers them.
     *
     * @return ranges by the paths of their quantities
     */
    public Map<String, SliderRange> ranges() {
        Map<String, SliderRange> ranges = new LinkedHashMap<>();
        sliders.forEach(row -> ranges.put(row.path(), row.range()));
        return ranges;
    }

    /** Puts the focus on the first slider, or on the invitation to add one. */
    public void setFocus() {
        if (sliders.isEmpty()) {
            empty.setFocus();
        } else {
            sliders.getFirst().scale().setFocus();
        }
    }

    Optional<StudyQuantity> find(String path) {
        return study == null ? Optional.empty() : StudyQuantity.find(study, path);
    }

    StudyEditing editing() {
        return editing;
    }

    List<SliderRow> sliders() {
        return sliders;
    }

    void remove(SliderRow row) {
        sliders.remove(row);
        row.dispose();
        layout();
        changed.run();
    }

    void ranged() {
        changed.run();
    }

    void dragged(boolean moving) {
        dragging.accept(moving);
    }

    private void layout() {
        boolean none = sliders.isEmpty();
        empty.setVisible(none);
        ((GridData) empty.getLayoutData()).exclude = !none;
        int row = none ? empty.computeSize(SWT.DEFAULT, SWT.DEFAULT).y
                : sliders.getFirst().scale().computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
        rows.layout(true);
        scrolled.setMinSize(rows.computeSize(SWT.DEFAULT, SWT.DEFAULT));
        scrolled.getVerticalBar().setIncrement(row);
        if (scrolled.getLayoutData() instanceof GridData data) {
            data.heightHint = 2 * MARGIN + row * Math.clamp(sliders.size(), 1, ROWS_IN_SIGHT);
        }
        scrolled.getParent().layout(true);
    }
}
