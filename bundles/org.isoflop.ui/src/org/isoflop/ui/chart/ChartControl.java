package org.isoflop.ui.chart;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.isoflop.analysis.plot.AxisId;
import org.isoflop.analysis.plot.Limits;
import org.isoflop.analysis.plot.Plot;
import org.isoflop.analysis.plot.PlotLayout;
import org.isoflop.analysis.plot.ReadOut;
import org.isoflop.analysis.plot.Scale;
import org.isoflop.analysis.plot.Theme;
import org.isoflop.core.chart.Caption;
import org.isoflop.core.chart.PngWriter;
import org.isoflop.ui.Ids;
import org.isoflop.ui.Messages;
import org.isoflop.ui.chart.Overlay.Cursor;

/**
 * The one chart of the workbench: draws a plot and lets the user zoom, pan, read, measure, hide, colour and highlight.
 * What the user has made of it stays when another plot is shown.
 */
public final class ChartControl {

    private static final double STEP = 1.2;
    private static final int COPY_SCALE = 2;
    private static final int SWATCH = 16;

    private final Canvas canvas;
    private final ChartModel model = new ChartModel();
    private final ScreenText text;
    private PlotRenderer renderer;
    private final List<Runnable> listeners = new ArrayList<>();
    private final ChartAccessible accessible;
    private Consumer<String> readOutListener = sentence -> {
    };
    private Function<Caption.Form, String> caption;
    private Colours colours = new Colours(Theme.LIGHT);
    private Scene scene;
    private List<PlotRenderer.Curve> curves;
    private int firstEntry;
    private String hovered;
    private String entry;
    private Cursor cursor = Cursor.NONE;
    private CursorReadOut readOut;
    private Measure measure;
    private boolean measuring;
    private Rectangle rubberBand;

    /**
     * Creates the chart.
     *
     * @param parent
     *            where its control is created
     */
    public ChartControl(Composite parent) {
        this(parent, PlotRenderers::create);
        PlotRenderers.onChange(canvas, () -> {
            renderer.dispose();
            renderer = PlotRenderers.create(canvas);
            refresh();
        });
    }

    /**
     * Creates the chart with a renderer.
     *
     * @param parent
     *            where its control is created
     * @param renderers
     *            makes what draws the curves, for the control that it draws in
     */
    public ChartControl(Composite parent, Function<Composite, PlotRenderer> renderers) {
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        canvas.setData(Ids.NO_STYLE_SHEET, Boolean.TRUE);
        text = new ScreenText(canvas);
        renderer = renderers.apply(canvas);
        accessible = new ChartAccessible(canvas, this);
        canvas.addPaintListener(this::paint);
        canvas.addControlListener(ControlListener.controlResizedAdapter(event -> refresh()));
        canvas.addDisposeListener(event -> renderer.dispose());
        new Pointer(this, canvas).listen();
        new Keyboard(this).listen(canvas);
        canvas.setMenu(new ChartMenu(this, canvas).menu());
    }

    /**
     * Returns the control that the chart is drawn in.
     *
     * @return the control; disposing it disposes everything
     */
    public Control control() {
        return canvas;
    }

    /**
     * Draws a plot instead of the one before and keeps what the user has made of that.
     *
     * @param plot
     *            the plot; values that an axis cannot show are gaps
     * @param theme
     *            light or dark
     */
    public void show(Plot plot, Theme theme) {
        if (canvas.isDisposed()) {
            return;
        }
        colours = new Colours(theme);
        model.show(plot);
        if (!model.groups().contains(entry)) {
            entry = null;
        }
        hovered = model.groups().contains(hovered) ? hovered : null;
        firstEntry = Math.min(firstEntry, Math.max(0, model.groups().size() - 1));
        refresh();
    }

    /** Draws everything anew. */
    private void refresh() {
        scene = null;
        curves = null;
        if (canvas.isDisposed()) {
            return;
        }
        canvas.setBackground(colours.background());
        if (cursor.exists()) {
            readOut = read();
            say(readOut.sentence());
        }
        canvas.redraw();
    }

    private void paint(PaintEvent event) {
        GC gc = event.gc;
        gc.setBackground(colours.background());
        gc.fillRectangle(event.x, event.y, event.width, event.height);
        Scene drawn = scene();
        if (drawn == null || !drawn.layout().fits()) {
            return;
        }
        if (curves == null) {
            curves = ChartPainter.curves(colours, drawn, highlighted());
        }
        ChartPainter painter = new ChartPainter(gc, colours, drawn, highlighted());
        painter.below(renderer);
        renderer.paint(gc, drawn.area(), curves);
        painter.above();
        overlay(drawn).paint(gc, colours, text);
    }

    /** The plot laid out for the control, or null before the first. */
    Scene scene() {
        if (scene == null && model.plot() != null) {
            Rectangle client = canvas.getClientArea();
            scene = Scene.of(model.zoomed(), model.state().hidden(), firstEntry, new Point(client.width, client.height),
                    text);
        }
        return scene;
    }

    private Overlay overlay(Scene drawn) {
        return new Overlay(drawn, model.shown(), cursor, readOut, measure, rubberBand, entry);
    }

    /** The legend entry before which the others fade: under the pointer, under the keyboard, or set. */
    private String highlighted() {
        String group = hovered != null ? hovered : entry != null ? entry : model.state().highlighted();
        return group != null && model.groups().contains(group) && !model.state().hidden().contains(group) ? group
                : null;
    }

    /** Changes what lies over the scene, and redraws no more than that covers. */
    private void overlay(Runnable change) {
        Scene drawn = scene();
        if (drawn == null || !drawn.layout().fits()) {
            change.run();
            return;
        }
        overlay(drawn).regions(text).forEach(this::redraw);
        change.run();
        overlay(drawn).regions(text).forEach(this::redraw);
    }

    private void redraw(Rectangle region) {
        canvas.redraw(region.x, region.y, region.width + 1, region.height + 1, false);
    }

    /**
     * Returns the plot as it was given.
     *
     * @return the plot, or null before the first
     */
    public Plot plot() {
        return model.plot();
    }

    /**
     * Returns the plot as it is on the screen: zoomed, without what is hidden, with the notes that follow from this.
     *
     * @return the plot, or null before the first
     */
    public Plot shown() {
        return model.shown();
    }

    /** What draws the curves. */
    PlotRenderer renderer() {
        return renderer;
    }

    ChartModel model() {
        return model;
    }

    /**
     * Returns what the user has made of the chart.
     *
     * @return the state
     */
    public ChartState state() {
        return model.state();
    }

    /**
     * Takes a state that the chart has had before.
     *
     * @param state
     *            the state
     */
    public void restore(ChartState state) {
        model.restore(state);
        refresh();
    }

    /**
     * Calls back when the user has changed the state.
     *
     * @param listener
     *            called on the UI thread
     */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /**
     * Sets who hears what the chart says at the cursor.
     *
     * @param listener
     *            gets one line of text, empty when the cursor has left the plot
     */
    public void onReadOut(Consumer<String> listener) {
        readOutListener = listener;
    }

    /** Zooms in by one step, about the cursor if there is one. */
    public void zoomIn() {
        zoom(1 / STEP, true, true, null);
    }

    /** Zooms out by one step, about the cursor if there is one. */
    public void zoomOut() {
        zoom(STEP, true, true, null);
    }

    /** Zooms by steps about the cursor; the factor of one step is the same everywhere. */
    void zoom(double steps, boolean x, boolean y, double xShare, double yShare, Object part) {
        changed(model.plot() != null && model.zoom(Math.pow(STEP, steps), x ? xShare : Double.NaN,
                y ? yShare : Double.NaN, part));
    }

    private void zoom(double factor, boolean x, boolean y, Object part) {
        double xShare = cursor.exists() ? cursor.xShare() : 0.5;
        double yShare = Double.isNaN(cursor.yShare()) ? 0.5 : cursor.yShare();
        changed(model.plot() != null
                && model.zoom(factor, x ? xShare : Double.NaN, y ? yShare : Double.NaN, part));
    }

    /** Shows all of the plot. */
    public void reset() {
        changed(model.plot() != null && model.reset());
    }

    /** Goes back to the limits before the last zoom. */
    public void undoZoom() {
        changed(model.plot() != null && model.undo());
    }

    /** Takes back the last {@link #undoZoom()}. */
    public void redoZoom() {
        changed(model.plot() != null && model.redo());
    }

    /**
     * Whether there is a zoom to undo.
     *
     * @return true if {@link #undoZoom()} has an effect
     */
    public boolean canUndoZoom() {
        return model.canUndo();
    }

    /**
     * Whether there is a zoom to redo.
     *
     * @return true if {@link #redoZoom()} has an effect
     */
    public boolean canRedoZoom() {
        return model.canRedo();
    }

    /**
     * Makes an axis linear or logarithmic.
     *
     * @param axis
     *            which
     * @param scale
     *            the scale
     */
    public void setScale(AxisId axis, Scale scale) {
        changed(model.plot() != null && model.setScale(axis, scale));
    }

    /**
     * Sets the limits of an axis.
     *
     * @param axis
     *            which
     * @param low
     *            the smallest value to show, positive on a logarithmic axis
     * @param high
     *            the largest value to show, larger than {@code low}
     * @throws IllegalArgumentException
     *             if the axis cannot show these limits
     */
    public void setLimits(AxisId axis, double low, double high) {
        changed(model.plot() != null && model.setLimits(axis, low, high));
    }

    /** Shows both axes within other limits and on other scales, in one step. */
    void setLimits(Limits x, Limits y) {
        changed(model.plot() != null && model.setLimits(x, y));
    }

    /**
     * Lets all legend entries fade but one.
     *
     * @param group
     *            the entry, or null to let none fade
     */
    public void highlight(String group) {
        changed(model.setHighlighted(group));
    }

    /** Shows what is hidden, hides what is shown. */
    void toggle(String group) {
        changed(model.toggle(group));
        sayEntry(group);
    }

    /** Shows one legend entry alone, or all again. */
    void only(String group) {
        changed(model.only(group));
        sayEntry(group);
    }

    /** Shows all legend entries. */
    public void showAll() {
        changed(model.setHidden(Set.of()));
    }

    /** The legend entry that is meant: under the pointer, under the keyboard, or highlighted; null for none. */
    String meantEntry() {
        return Stream.of(hovered, entry, model.state().highlighted())
                .filter(group -> group != null && model.groups().contains(group)).findFirst().orElse(null);
    }

    /** The place of a legend entry's colour in the palette. */
    int colour(String group) {
        return model.colour(group);
    }

    /** Gives a legend entry another colour of the palette. */
    void setColour(String group, int colour) {
        changed(model.setColour(group, colour));
    }

    /** Gives all legend entries the colours of the plot. */
    void setUsualColours() {
        changed(model.setUsualColours());
    }

    /** A small square in a colour of the palette, to be disposed of by the caller. */
    Image swatch(int colour) {
        Color paint = new Color(colours.series(colour, false));
        return new Image(canvas.getDisplay(), (gc, width, height) -> {
            gc.setBackground(paint);
            gc.fillRectangle(0, 0, width, height);
        }, SWATCH, SWATCH);
    }

    /** Puts a picture of the chart on the clipboard: in the light theme and twice as fine as the screen. */
    public void copyImage() {
        if (model.shown() == null) {
            return;
        }
        Point size = pictureSize();
        byte[] png = PngWriter.write(model.shown(), Theme.LIGHT, size.x, size.y, COPY_SCALE);
        ImageData image = new ImageLoader().load(new ByteArrayInputStream(png))[0];
        Clipboard clipboard = new Clipboard(canvas.getDisplay());
        try {
            clipboard.setContents(new Object[] {image}, new Transfer[] {ImageTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }

    /**
     * Sets who writes the caption of the chart, to be written beside an export.
     *
     * @param writer
     *            gives the caption of what is shown, called on the UI thread
     */
    public void setCaption(Function<Caption.Form, String> writer) {
        caption = writer;
    }

    /** Asks how and where to, and writes what is shown into a file. */
    public void export() {
        if (model.shown() != null) {
            new ChartExport(canvas.getShell(), caption).open(model.shown(), pictureSize());
        }
    }

    /**
     * Returns the size in which a picture of the chart has the shape that it has on the screen.
     *
     * @return a size that can be written to a file
     */
    public Point pictureSize() {
        Point size = canvas.getSize();
        return new Point(Math.clamp(size.x, PlotLayout.LEAST_WIDTH, PlotLayout.MOST / COPY_SCALE),
                Math.clamp(size.y, PlotLayout.LEAST_HEIGHT, PlotLayout.MOST / COPY_SCALE));
    }

    void changed(boolean changed) {
        if (changed) {
            refresh();
            List.copyOf(listeners).forEach(Runnable::run);
        }
    }

    Cursor cursor() {
        return cursor;
    }

    /** Moves the crosshair; the picture below stays. */
    void moveCursor(Cursor place) {
        if (place.equals(cursor) || scene() == null || !scene().layout().fits()) {
            return;
        }
        overlay(() -> {
            cursor = place;
            readOut = cursor.exists() ? read() : null;
        });
        say(readOut == null ? "" : readOut.sentence());
    }

    private CursorReadOut read() {
        Plot shown = model.shown();
        ReadOut.Point near = null;
        Scene drawn = scene();
        if (!Double.isNaN(cursor.yShare()) && drawn.layout().fits()) {
            near = ReadOut.nearest(shown, cursor.xShare(), cursor.yShare(),
                    Overlay.reach() / drawn.layout().frame().width(), Overlay.reach() / drawn.layout().frame()
                            .height());
        }
        double y = Double.isNaN(cursor.yShare()) ? Double.NaN : shown.y().value(cursor.yShare());
        return CursorReadOut.at(shown, shown.x().value(cursor.xShare()), y, near, Locale.getDefault());
    }

    private void say(String sentence) {
        readOutListener.accept(sentence);
        accessible.say(sentence);
    }

    /** What the chart says at the cursor, empty without one. */
    String sentence() {
        return readOut == null ? "" : readOut.sentence();
    }

    void drawRubberBand(Rectangle rectangle) {
        overlay(() -> rubberBand = rectangle);
    }

    Measure measure() {
        return measure;
    }

    /** Lets the next two clicks measure. */
    public void startMeasure() {
        measuring = true;
        overlay(() -> measure = null);
        say(Messages.text("chart.measure.start"));
    }

    boolean isMeasuring() {
        return measuring;
    }

    /** Takes a place as the first or the second point of a measure; a marker nearby is met exactly. */
    void measureAt(double xShare, double yShare) {
        Plot shown = model.shown();
        Scene drawn = scene();
        ReadOut.Point near = ReadOut.nearest(shown, xShare, yShare, Overlay.reach() / drawn.layout().frame().width(),
                Overlay.reach() / drawn.layout().frame().height());
        double x = near == null ? shown.x().value(xShare) : near.x();
        double y = near == null ? shown.y().value(yShare) : near.y();
        overlay(() -> measure = measure == null || measure.isComplete() ? Measure.from(x, y) : measure.to(x, y));
        if (measure.isComplete()) {
            measuring = false;
            say(measure.sentence(shown, Locale.getDefault()));
        }
    }

    /** Takes the place of the crosshair as a point of a measure: on the first curve there, where it has no height. */
    void measureAtCursor() {
        if (cursor.exists()) {
            Plot shown = model.shown();
            double yShare = !Double.isNaN(cursor.yShare())
                    ? cursor.yShare()
                    : readOut.lines().stream().mapToDouble(line -> shown.y().share(line.y())).findFirst().orElse(0.5);
            measureAt(cursor.xShare(), yShare);
        }
    }

    boolean endMeasure() {
        boolean had = measure != null || measuring;
        measuring = false;
        overlay(() -> measure = null);
        return had;
    }

    void hover(String group) {
        if (!Objects.equals(group, hovered)) {
            hovered = group;
            curves = null;
            canvas.redraw();
        }
    }

    /** Gives the keyboard to a legend entry, or to none. */
    void setEntry(String group) {
        if (Objects.equals(group, entry)) {
            return;
        }
        entry = group;
        curves = null;
        int index = new ArrayList<>(model.groups()).indexOf(group);
        if (index >= 0 && scene().layout().entries().stream().noneMatch(one -> one.group().equals(group))) {
            firstEntry = index;
            scene = null;
        }
        canvas.redraw();
        if (group != null) {
            sayEntry(group);
        }
    }

    String entry() {
        return entry;
    }

    private void sayEntry(String group) {
        say(Messages.text(model.state().hidden().contains(group) ? "chart.legend.hidden" : "chart.legend.shown",
                group));
    }

    void scrollLegend(int entries) {
        if (scene() == null) {
            return;
        }
        int shown = scene().layout().entries().size();
        int next = Math.clamp(firstEntry + entries, 0, Math.max(0, model.groups().size() - shown));
        if (next != firstEntry && (scene().layout().hiddenEntries() > 0 || firstEntry > 0)) {
            firstEntry = next;
            scene = null;
            curves = null;
            canvas.redraw();
        }
    }

    /** Where text is measured as on the screen. */
    ScreenText text() {
        return text;
    }
}
