package org.isoflop.ui.chart;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Control;
import org.isoflop.analysis.plot.PlotLayout.Role;
import org.isoflop.analysis.plot.TextMeasure;

/** Measures texts in the fonts of the screen. Most texts of a chart stay while its curves move, so they are kept. */
final class ScreenText implements TextMeasure {

    private static final int MOST = 4000;

    private final Control control;
    private final Map<String, Integer> plain = new HashMap<>();
    private final Map<String, Integer> bold = new HashMap<>();
    private Font measured;
    private int plainHeight;
    private int boldHeight;

    ScreenText(Control control) {
        this.control = control;
    }

    static Font font(Role role) {
        return role.bold()
                ? JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT)
                : JFaceResources.getDefaultFont();
    }

    @Override
    public double width(String text, Role role) {
        measureFonts();
        Map<String, Integer> widths = role.bold() ? bold : plain;
        if (widths.size() > MOST) {
            widths.clear();
        }
        return widths.computeIfAbsent(text, one -> {
            GC gc = new GC(control);
            try {
                gc.setFont(font(role));
                return gc.textExtent(one).x;
            } finally {
                gc.dispose();
            }
        });
    }

    @Override
    public double height(Role role) {
        measureFonts();
        return role.bold() ? boldHeight : plainHeight;
    }

    private void measureFonts() {
        Font font = JFaceResources.getDefaultFont();
        if (font == measured) {
            return;
        }
        measured = font;
        plain.clear();
        bold.clear();
        GC gc = new GC(control);
        try {
            gc.setFont(font);
            plainHeight = gc.getFontMetrics().getHeight();
            gc.setFont(font(Role.TITLE));
            boldHeight = gc.getFontMetrics().getHeight();
        } finally {
            gc.dispose();
        }
    }
}
