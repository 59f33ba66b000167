package org.isoflop.ui.nebula;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.nebula.visualization.xygraph.linearscale.IScaleProvider;
import org.eclipse.nebula.visualization.xygraph.linearscale.ITicksProvider;
import org.eclipse.nebula.visualization.xygraph.linearscale.Range;
import org.isoflop.analysis.plot.Axis;
import org.isoflop.analysis.plot.Tick;

/** The ticks that the axis of a plot brings along, at their pixels on a scale. */
final class PlotTicks implements ITicksProvider {

    /** A tick, its distance from the low end of the scale with the margin, and whether its label is drawn. */
    record Mark(Tick tick, int position, boolean labelled) {
    }

    private final IScaleProvider scale;
    private Axis axis;
    private List<Tick> labelled = List.of();
    private List<Mark> marks = List.of();
    private List<Mark> labels = List.of();

    PlotTicks(IScaleProvider scale) {
        this.scale = scale;
    }

    /** Takes the ticks of another axis, and which of them have room for their label. */
    void show(Axis newAxis, List<Tick> newLabelled) {
        axis = newAxis;
        labelled = newLabelled;
    }

    /** All ticks. */
    List<Mark> marks() {
        return marks;
    }

    /** The positions of the main divisions. */
    List<Integer> majors() {
        return marks.stream().filter(mark -> mark.tick().major()).map(Mark::position).toList();
    }

    @Override
    public Range update(double min, double max, int length) {
        List<Mark> found = new ArrayList<>();
        for (Tick tick : axis == null ? List.<Tick>of() : axis.ticks()) {
            if (axis.contains(tick.position())) {
                found.add(new Mark(tick, scale.getMargin() + (int) Math.round(axis.share(tick.position()) * length),
                        labelled.contains(tick)));
            }
        }
        marks = List.copyOf(found);
        labels = found.stream().filter(Mark::labelled).toList();
        return null;
    }

    @Override
    public List<Integer> getPositions() {
        return labels.stream().map(Mark::position).toList();
    }

    @Override
    public int getPosition(int index) {
        return labels.get(index).position();
    }

    @Override
    public double getValue(int index) {
        return labels.get(index).tick().position();
    }

    @Override
    public String getLabel(int index) {
        return labels.get(index).tick().label();
    }

    @Override
    public List<String> getLabels() {
        return labels.stream().map(mark -> mark.tick().label()).toList();
    }

    @Override
    public int getLabelPosition(int index) {
        return getPosition(index);
    }

    @Override
    public boolean isVisible(int index) {
        return true;
    }

    @Override
    public List<Boolean> getVisibilities() {
        return labels.stream().map(mark -> Boolean.TRUE).toList();
    }

    @Override
    public int getMajorCount() {
        return labels.size();
    }

    @Override
    public int getMinorCount() {
        return 0;
    }

    @Override
    public int getMinorPosition(int index) {
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    public int getMaxWidth() {
        return getLabels().stream().mapToInt(label -> scale.getDimension(label).width).max().orElse(0);
    }

    @Override
    public int getMaxHeight() {
        return scale.getDimension("0").height;
    }

    @Override
    public String getDefaultFormatPattern(double min, double max) {
        return "";
    }

    @Override
    public int getHeadMargin() {
        return scale.getMargin();
    }

    @Override
    public int getTailMargin() {
        return scale.getMargin();
    }

    @Override
    public boolean isShowMaxLabel() {
        return true;
    }

    @Override
    public void setShowMaxLabel(boolean show) {
        // The layout of the plot decides.
    }

    @Override
    public boolean isShowMinLabel() {
        return true;
    }

    @Override
    public void setShowMinLabel(boolean show) {
        // The layout of the plot decides.
    }
}
