package org.isoflop.ui.chart;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.isoflop.analysis.plot.Palette;
import org.isoflop.analysis.plot.Theme;

/**
 * The colours of a theme for SWT.
 *
 * @param theme
 *            light or dark
 */
record Colours(Theme theme) {

    /** What is left of a colour that has faded. */
    private static final double FADED = 0.22;

    Color background() {
        return new Color(rgb(theme.background()));
    }

    Color text() {
        return new Color(rgb(theme.text()));
    }

    Color quietText() {
        return new Color(rgb(theme.quietText()));
    }

    Color frame() {
        return new Color(rgb(theme.frame()));
    }

    Color grid() {
        return new Color(rgb(theme.grid()));
    }

    RGB series(int index, boolean faded) {
        RGB colour = rgb(Palette.colour(index, theme));
        if (!faded) {
            return colour;
        }
        RGB background = rgb(theme.background());
        return new RGB(mix(colour.red, background.red), mix(colour.green, background.green),
                mix(colour.blue, background.blue));
    }

    private static int mix(int colour, int background) {
        return (int) Math.round(FADED * colour + (1 - FADED) * background);
    }

    private static RGB rgb(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return new RGB(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }
}
