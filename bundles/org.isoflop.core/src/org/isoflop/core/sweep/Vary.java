package org.isoflop.core.sweep;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.isoflop.analysis.Localised;
import org.isoflop.analysis.unit.Quantities;
import org.isoflop.analysis.unit.QuantityFormatException;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.CoreException;
import org.isoflop.core.study.Setting;
import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.Paths;
import org.isoflop.model.Study;
import org.isoflop.model.annotation.Features;

/**
 * A number of a study that goes through a range.
 *
 * @param path
 *            where it stands, as {@link Paths} writes it
 * @param from
 *            the first value, as people write it
 * @param to
 *            the last value, as people write it
 * @param points
 *            how many values there are
 * @param logarithmic
 *            whether they have equal ratios instead of equal distances
 */
public record Vary(String path, String from, String to, int points, boolean logarithmic) {

    /** How many values there are where nobody says. */
    public static final int POINTS = 11;

    private static final int MOST = 10_000;
    private static final Pattern FORM = Pattern
            .compile("([^=]+)=(.+?)\\.\\.(.+?)(?::\\s*([0-9]{1,9}))?\\s*(log)?");

    /**
     * Reads what is to be varied.
     *
     * @param text
     *            {@code PATH=from..to[:n][log]}
     * @return the range
     * @throws CoreException
     *             if it is written in another way, or the number of values is not from 2 to 10,000
     */
    public static Vary parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new CoreException("E_VARY_FORM", text);
        }
        int points = matcher.group(4) == null ? POINTS : Integer.parseInt(matcher.group(4));
        if (points < 2 || points > MOST) {
            throw new CoreException("E_VARY_POINTS", matcher.group(1).strip(), points, MOST);
        }
        return new Vary(matcher.group(1).strip(), matcher.group(2).strip(), matcher.group(3).strip(), points,
                matcher.group(5) != null);
    }

    /**
     * Finds the values in a study, and sees that they can stand there.
     *
     * @param study
     *            the study; its number is the first value afterwards
     * @return from the first to the last one, in the base unit
     * @throws CoreException
     *             if the path names no number, an end is not one of its kind, both ends are equal, or a logarithmic
     *             range does not lie above zero
     */
    public double[] values(Study study) {
        new Setting(path, to).apply(study);
        new Setting(path, from).apply(study);
        EStructuralFeature feature = Paths.find(study, path).map(Paths.Place::feature).orElseThrow();
        boolean quantity = feature instanceof EReference reference
                && reference.getEReferenceType() == IsoflopPackage.Literals.QUANTITY;
        Class<?> type = feature.getEType().getInstanceClass();
        if (!quantity && !Number.class.isAssignableFrom(type) && type != double.class && type != int.class) {
            throw new CoreException("E_VARY_KIND", path);
        }
        String unit = Features.unit(feature);
        double first = number(from, unit == null ? Unit.ONE : Unit.of(unit));
        double last = number(to, unit == null ? Unit.ONE : Unit.of(unit));
        if (first == last) {
            throw new CoreException("E_VARY_SAME", path, from, to);
        }
        if (logarithmic && !(first > 0 && last > 0)) {
            throw new CoreException("E_VARY_LOG", path, from, to);
        }
        double[] values = new double[points];
        for (int i = 0; i < points; i++) {
            double share = i / (points - 1.0);
            values[i] = logarithmic ? first * Math.pow(last / first, share) : first + (last - first) * share;
        }
        values[points - 1] = last;
        return values;
    }

    private double number(String text, Unit unit) {
        try {
            return Quantities.parse(text, unit);
        } catch (QuantityFormatException e) {
            Localised why = e::message;
            throw new CoreException("E_SET_NUMBER", path, why);
        }
    }
}
