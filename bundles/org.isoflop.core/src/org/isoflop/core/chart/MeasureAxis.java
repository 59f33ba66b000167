package org.isoflop.core.chart;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.DoubleStream;

import org.isoflop.analysis.plot.Axis;
import org.isoflop.analysis.plot.Scale;
import org.isoflop.analysis.plot.TickLabels;
import org.isoflop.analysis.unit.Unit;
import org.isoflop.core.evaluation.Measure;

/** Axes along which measures of strategies stand. */
final class MeasureAxis {

    /** From this ratio of the largest to the smallest value on, an axis is logarithmic. */
    private static final double LOG_RATIO = 20;
    private static final double MARGIN = 0.08;
    private static final double LEAST_SHARE = 1e-4;
    private static final Set<Unit> COUNTS = EnumSet.of(Unit.PARAMETERS, Unit.TOKENS, Unit.USD, Unit.DEVICES,
            Unit.DEVICE_HOURS);

    /** Units that people read in multiples. */
    private static final Set<Unit> MULTIPLES = EnumSet.of(Unit.SECONDS, Unit.WATTS, Unit.JOULES, Unit.BYTES,
            Unit.GRAMS);

    private MeasureAxis() {
    }

    /** An axis around values; those that are not finite do not count. */
    static Axis of(Selection selection, Measure measure, double[] values) {
        return of(selection, title(selection, measure), measure.unit(), values);
    }

    /** The name of a measure with its unit. */
    static String title(Selection selection, Measure measure) {
        String name = measure.text(selection.locale());
        return measure.saysUnit() || measure.unit() == Unit.ONE ? name
                : selection.text("axis.measure", name, measure.unit().id());
    }

    static Axis of(Selection selection, String title, Unit unit, double[] values) {
        double[] shown = DoubleStream.of(values).filter(value -> Math.abs(value) <= Axes.LARGEST).toArray();
        double low = DoubleStream.of(shown).min().orElse(1);
        double high = DoubleStream.of(shown).max().orElse(10);
        TickLabels labels = MULTIPLES.contains(unit)
                ? TickLabels.QUANTITIES
                : COUNTS.contains(unit) ? TickLabels.COUNTS : TickLabels.PLAIN;
        if (low > Axes.SMALLEST && high / low > LOG_RATIO) {
            double margin = Math.pow(high / low, MARGIN);
            return Axis.of(title, unit, Scale.LOG, Math.max(low / margin, Axes.SMALLEST),
                    Math.min(high * margin, Axes.LARGEST), high >= 1e15 && labels != TickLabels.QUANTITIES
                            ? TickLabels.POWERS : labels,
                    selection.locale());
        }
        double margin = Math.max(MARGIN * (high - low), LEAST_SHARE * Math.max(Math.abs(low), Math.abs(high)));
        margin = margin > 0 ? margin : 1;
        if (low == high) {
            margin = Math.max(margin, Math.abs(low) * 0.1);
        }
        return Axis.of(title, unit, Scale.LINEAR, low - margin, high + margin,
                Math.max(Math.abs(low), Math.abs(high)) >= 1e15 && labels != TickLabels.QUANTITIES
                        ? TickLabels.POWERS
                        : labels,
                selection.locale());
    }
}
