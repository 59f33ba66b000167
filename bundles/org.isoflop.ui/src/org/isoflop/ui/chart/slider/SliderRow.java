package org.isoflop.ui.chart.slider;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Text;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.QuantityFormatException;
import org.isoflop.core.chart.SliderRange;
import org.isoflop.ui.Messages;
import org.isoflop.ui.edit.Edits;
import org.isoflop.ui.edit.StudyEditing;

/**
 * One slider: the name of its quantity, the slider, the value to read and to type, and a menu. While a mouse button or
 * a key is held, and a moment after the wheel has turned, all moves are one command.
 */
final class SliderRow {

    static final int COLUMNS = 4;

    private static final int LABEL_WIDTH = 220;
    private static final int VALUE_WIDTH = 120;
    /** After so many milliseconds without a move that no button or key holds, a drag has ended. */
    private static final int REST = 500;
    private static final int PAGE = SliderRange.STEPS / 20;
    private static final String MENU = "\u22ee";

    private final SliderStrip strip;
    private final String path;
    private final Label label;
    private final Scale scale;
    private final Text value;
    private final Button menu;
    private final Runnable rest = this::end;
    private SliderRange range;
    private Edits.Slide slide;
    private StudyEditing domain;
    private boolean held;

    SliderRow(SliderStrip strip, Composite parent, String path, SliderRange range) {
        this.strip = strip;
        this.path = path;
        this.range = range;
        label = new Label(parent, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(LABEL_WIDTH, SWT.DEFAULT).applyTo(label);
        scale = new Scale(parent, SWT.HORIZONTAL);
        scale.setMaximum(SliderRange.STEPS);
        scale.setPageIncrement(PAGE);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(scale);
        value = new Text(parent, SWT.BORDER | SWT.SINGLE | SWT.RIGHT);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(VALUE_WIDTH, SWT.DEFAULT).applyTo(value);
        menu = new Button(parent, SWT.PUSH | SWT.FLAT);
        menu.setText(MENU);
        menu.setToolTipText(Messages.text("slider.menu"));
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).applyTo(menu);
        scale.addListener(SWT.Selection, event -> moved());
        scale.addListener(SWT.MouseDown, event -> held = true);
        scale.addListener(SWT.KeyDown, event -> held = true);
        scale.addListener(SWT.MouseUp, event -> end());
        scale.addListener(SWT.KeyUp, event -> end());
        scale.addListener(SWT.FocusOut, event -> end());
        scale.addListener(SWT.Dispose, event -> end());
        value.addListener(SWT.FocusIn, event -> strip.find(path).ifPresent(this::openForTyping));
        value.addListener(SWT.DefaultSelection, event -> typed());
        value.addListener(SWT.FocusOut, event -> {
            typed();
            strip.find(path).ifPresent(quantity -> value.setText(quantity.text()));
        });
        value.addListener(SWT.KeyDown, this::key);
        menu.addListener(SWT.Selection, event -> openMenu());
        scale.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = label.getText() + ", " + value.getText();
            }
        });
    }

    String path() {
        return path;
    }

    SliderRange range() {
        return range;
    }

    Scale scale() {
        return scale;
    }

    Text value() {
        return value;
    }

    /** Shows the number that the study has now. */
    void refresh(boolean editable) {
        StudyQuantity quantity = strip.find(path).orElse(null);
        boolean usable = quantity != null && editable;
        scale.setEnabled(usable);
        value.setEditable(usable);
        if (quantity == null) {
            label.setText(Messages.text("slider.gone", path));
            label.setToolTipText(label.getText());
            value.setText("");
            return;
        }
        String title = quantity.title();
        if (!title.equals(label.getToolTipText())) {
            label.setText(title.replace("&", "&&"));
            label.setToolTipText(title);
        }
        SliderRange wider = range.including(quantity.value());
        if (!wider.equals(range)) {
            range = wider;
            strip.ranged();
        }
        scale.setToolTipText(Messages.text("slider.range", Ranges.text(range.low(), quantity.unit()),
                Ranges.text(range.high(), quantity.unit())));
        int step = range.step(quantity.value());
        if (slide == null && scale.getSelection() != step) {
            scale.setSelection(step);
        }
        if (!value.isFocusControl() || slide != null) {
            value.setText(quantity.text());
        }
        value.setToolTipText(quantity.text());
    }

    private void moved() {
        strip.find(path).ifPresent(quantity -> {
            if (slide == null || domain != strip.editing()) {
                domain = strip.editing();
                slide = new Edits(domain).slide(quantity.owner(), quantity.feature());
                strip.dragged(true);
            }
            slide.to(range.at(scale.getSelection()));
            scale.getDisplay().timerExec(held ? -1 : REST, rest);
        });
    }

    private void end() {
        held = false;
        if (slide != null) {
            if (!scale.isDisposed()) {
                scale.getDisplay().timerExec(-1, rest);
            }
            slide.end();
            slide = null;
            strip.dragged(false);
        }
    }

    private void key(Event event) {
        if (event.keyCode == SWT.ESC) {
            strip.find(path).ifPresent(this::openForTyping);
        }
    }

    /** All digits, as they are typed; with those of the locale the user could not type on. */
    private void openForTyping(StudyQuantity quantity) {
        value.setText(Quantities.exact(quantity.value()));
        value.selectAll();
    }

    private void typed() {
        strip.find(path).filter(quantity -> value.getEditable()).ifPresent(quantity -> {
            String text = value.getText().strip();
            if (text.equals(quantity.text()) || text.equals(Quantities.exact(quantity.value()))) {
                return;
            }
            try {
                double number = quantity.parse(text);
                new Edits(strip.editing()).setValue(quantity.owner(), quantity.feature(), number);
            } catch (QuantityFormatException e) {
                Ranges.refuse(value, e.getLocalizedMessage());
            }
            openForTyping(quantity);
        });
    }

    private void openMenu() {
        Menu popup = new Menu(menu);
        item(popup, "slider.setRange", () -> strip.find(path).ifPresent(quantity -> new RangeDialog(
                menu.getShell(), quantity, range).ask().ifPresent(this::setRange)));
        item(popup, "slider.defaultRange", () -> strip.find(path).ifPresent(quantity -> setRange(quantity.range())));
        item(popup, "slider.remove", () -> strip.remove(this));
        Point corner = menu.toDisplay(0, menu.getSize().y);
        popup.setLocation(corner);
        popup.addListener(SWT.Hide, event -> popup.getDisplay().asyncExec(popup::dispose));
        popup.setVisible(true);
    }

    private static void item(Menu popup, String key, Runnable action) {
        MenuItem item = new MenuItem(popup, SWT.PUSH);
        item.setText(Messages.text(key));
        item.addListener(SWT.Selection, event -> action.run());
    }

    void setRange(SliderRange newRange) {
        range = newRange;
        refresh(scale.isEnabled());
        strip.ranged();
    }

    void dispose() {
        label.dispose();
        scale.dispose();
        value.dispose();
        menu.dispose();
    }
}
