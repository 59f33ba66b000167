package org.isoflop.analysis.plot;

import java.text.Normalizer;

import org.isoflop.analysis.plot.PlotLayout.Role;

/**
 * How wide a text is in a file, without a graphics system: advance widths of DejaVu Sans in thousandths of the size,
 * which is wider than the other fonts of the list in {@link SvgWriter}, so that boxes are never too small.
 */
final class FileText implements TextMeasure {

    private static final int[] ASCII = {
        318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636,
        636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775,
        752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390,
        337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
        635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838};
    private static final String SUPERSCRIPTS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";
    private static final double BOLD = 1.14;

    FileText() {
    }

    @Override
    public double width(String text, Role role) {
        double width = 0;
        for (int i = 0; i < text.length();) {
            int c = text.codePointAt(i);
            width += advance(c);
            i += Character.charCount(c);
        }
        return width / 1000 * role.size() * (role.bold() ? BOLD : 1);
    }

    @Override
    public double height(Role role) {
        return role.size() * 1.2;
    }

    private static int advance(int c) {
        if (c >= 32 && c < 127) {
            return ASCII[c - 32];
        }
        if (SUPERSCRIPTS.indexOf(c) >= 0) {
            return 401;
        }
        if (c == '\u207b') {
            return 528;
        }
        if (c == '\u202f' || c == '\u2009') {
            return 200;
        }
        if (c == '\u00a0' || c == '\u2019' || c == '\u00b7') {
            return 318;
        }
        if (c == '\u2013') {
            return 500;
        }
        int base = Normalizer.normalize(new String(Character.toChars(c)), Normalizer.Form.NFD).codePointAt(0);
        return base != c && base >= 32 && base < 127 ? ASCII[base - 32] : 1000;
    }
}
