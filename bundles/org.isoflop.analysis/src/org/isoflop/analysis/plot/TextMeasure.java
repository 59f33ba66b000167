package org.isoflop.analysis.plot;

import java.util.ArrayList;
import java.util.List;

import org.isoflop.analysis.plot.PlotLayout.Role;

/** How much room texts take. A file and a screen have different fonts, and everything else in common. */
public interface TextMeasure {

    /** Room between the lines of a text. */
    double LEADING = 1.8;

    /** Stands for what was left out. */
    String ELLIPSIS = "\u2026";

    /**
     * How wide a text is.
     *
     * @param text one line
     * @param role what it is, which says its font
     * @return in pixels
     */
    double width(String text, Role role);

    /**
     * How tall a line is.
     *
     * @param role what it is, which says its font
     * @return in pixels
     */
    double height(Role role);

    /**
     * How far apart the tops of two lines are.
     *
     * @param role what it is, which says its font
     * @return in pixels
     */
    default double pitch(Role role) {
        return Math.ceil(height(role) + LEADING);
    }

    /**
     * A text in lines.
     *
     * @param text a text
     * @param role what it is, which says its font
     * @param width the room for a line; a single word may be wider
     * @return its lines
     */
    default List<String> wrap(String text, Role role, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("[ \\n\\t]+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, role) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    /**
     * A text that fits.
     *
     * @param text one line
     * @param role what it is, which says its font
     * @param width the room
     * @return the text, cut with an ellipsis if it is wider
     */
    default String cut(String text, Role role, double width) {
        if (width(text, role) <= width) {
            return text;
        }
        int fits = 0;
        int tooLong = text.codePointCount(0, text.length());
        while (tooLong - fits > 1) {
            int middle = (fits + tooLong) / 2;
            if (width(text.substring(0, text.offsetByCodePoints(0, middle)) + ELLIPSIS, role) <= width) {
                fits = middle;
            } else {
                tooLong = middle;
            }
        }
        return text.substring(0, text.offsetByCodePoints(0, fits)).stripTrailing() + ELLIPSIS;
    }
}
