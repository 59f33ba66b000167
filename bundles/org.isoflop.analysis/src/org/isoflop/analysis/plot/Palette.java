package org.isoflop.analysis.plot;

/**
 * Eight colours that people with a colour-vision deficiency can tell apart, after Okabe and Ito (2008), darkened on
 * white and lightened on dark so that lines and markers reach a contrast of 3 and more.
 */
public final class Palette {

    /** How many colours there are. */
    public static final int SIZE = 8;

    private static final String[] LIGHT = {"#0072b2", "#c04f00", "#00805c", "#b0578f", "#1f8bc4", "#9a7400", "#5b4aa8",
        "#5c5c5c"};
    private static final String[] DARK = {"#4aa8e0", "#f08a3c", "#2fbf95", "#dd92bf", "#8ccdf2", "#e0b400", "#a99bf0",
        "#b4b4b4"};

    private static final double[] THICKNESSES = {2, 3, 1.2};
    private static final Marker[] MARKS = {Marker.TRIANGLE, Marker.SQUARE_HOLLOW, Marker.SQUARE, Marker.CIRCLE};

    private Palette() {
    }

    /**
     * A colour.
     *
     * @param index any index; taken modulo {@link #SIZE}
     * @param theme light or dark
     * @return #rrggbb
     */
    public static String colour(int index, Theme theme) {
        return (theme == Theme.LIGHT ? LIGHT : DARK)[Math.floorMod(index, SIZE)];
    }

    /**
     * How thick a curve is. Curves beyond the eighth have the colours of the first ones again and differ by their
     * thickness and by marks along them.
     *
     * @param index index of the colour
     * @return in pixels
     */
    public static double thickness(int index) {
        return THICKNESSES[generation(index) % THICKNESSES.length];
    }

    /**
     * The marks along a curve that has the colour of another one.
     *
     * @param index index of the colour
     * @return none for the first eight
     */
    public static Marker mark(int index) {
        int generation = generation(index);
        return generation == 0 ? Marker.NONE : MARKS[(generation - 1) % MARKS.length];
    }

    private static int generation(int index) {
        return Math.max(0, index) / SIZE;
    }
}
