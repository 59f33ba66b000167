package org.isoflop.analysis.serving;

import java.util.ArrayList;
import java.util.List;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;

/**
 * Throughput, latency, money and energy against batch size: where the diminishing return of batching is seen.
 *
 * @param points by growing batch
 * @param knee the batch from which on a further sequence adds less than a tenth of what the first one gives alone; 0 if
 *        the curve ends before
 * @param largestFitting the largest batch of the curve that fits into memory; 0 if none does
 */
public record ServingCurve(List<ServingPoint> points, double knee, double largestFitting) {

    private static final double KNEE_SHARE = 0.1;
    private static final double STEPS_PER_OCTAVE = 4;

    /** Copies the points. */
    public ServingCurve {
        points = List.copyOf(points);
    }

    /**
     * The curve from one sequence on.
     *
     * @param model the deployment
     * @param prompt tokens of each prompt
     * @param output tokens of each answer
     * @param largest largest batch
     * @param rates what the devices cost and draw
     * @return points at four batches for each doubling, whole numbers, what does not fit included
     * @throws DomainException if a number is outside its domain
     */
    public static ServingCurve of(ServingModel model, long prompt, long output, long largest, Rates rates) {
        DomainException.count(largest, Sentence.of("node.batch"));
        List<ServingPoint> points = new ArrayList<>();
        double fitting = 0;
        long last = 0;
        for (int i = 0; last < largest; i++) {
            long batch = Math.min(Math.round(Math.pow(2, i / STEPS_PER_OCTAVE)), largest);
            if (batch > last) {
                ServingPoint point = model.point(batch, prompt, output, rates);
                points.add(point);
                fitting = point.fits() ? batch : fitting;
                last = batch;
            }
        }
        return new ServingCurve(points, knee(model, points, prompt + output / 2.0), fitting);
    }

    /** The first batch of the curve beyond the knee, then bisection back to the one before. */
    private static double knee(ServingModel model, List<ServingPoint> points, double context) {
        double least = KNEE_SHARE / model.secondsPerToken(1, context);
        long low = 0;
        for (ServingPoint point : points) {
            long high = (long) point.batch();
            if (gain(model, context, high) < least) {
                while (high - low > 1) {
                    long middle = low + (high - low) / 2;
                    if (gain(model, context, middle) < least) {
                        high = middle;
                    } else {
                        low = middle;
                    }
                }
                return high;
            }
            low = high;
        }
        return 0;
    }

    /** Tokens a second that one more sequence adds. */
    private static double gain(ServingModel model, double context, double batch) {
        double more = batch + 1;
        return more / model.secondsPerToken(more, context) - batch / model.secondsPerToken(batch, context);
    }
}
