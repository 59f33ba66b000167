package org.isoflop.analysis.training;

import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.architecture.Architecture;
import org.isoflop.analysis.hardware.Cluster;
import org.isoflop.analysis.hardware.Precision;

/**
 * The cheapest layout of a training whose batch may be rounded, since copies of a model take whole sequences: 1,000
 * devices do not divide 1,024 sequences, but 125 copies on 8 devices each take 8, which makes 1,000.
 *
 * @param model memory and time on the devices that are used
 * @param plan the cheapest layout that fits, or the leanest where none does
 * @param fits whether it fits
 */
public record LayoutChoice(LayoutModel model, Plan plan, boolean fits) {

    /** Share of the peak that matrix products reach by themselves; see docs/costs.md. */
    public static final double EFFICIENCY = 0.6;

    /** The most devices that are tried where their number is open. */
    public static final int MOST = 4096;

    /** How far a step may be from the batch asked for, if that makes it faster: ln of a quarter more. */
    private static final double NEAR = Math.log(1.25);

    /**
     * The layout on all devices of a cluster.
     *
     * @param setup how the model is trained
     * @param architecture the model
     * @param cluster the cluster; all its devices are used
     * @param precision the format that is computed in
     * @return the choice, of batches within a quarter of the one asked for if there are any, else of the nearest
     * @throws DomainException if no layout divides the devices, or a number is outside its domain
     */
    public static LayoutChoice on(TrainingSetup setup, Architecture architecture, Cluster cluster,
            Precision precision) {
        long target = setup.sequences(architecture);
        LayoutChoice best = null;
        DomainException refusal = new DomainException(Sentence.of("training.noLayout", cluster.devices(), target));
        for (long sequences : batches(target, cluster.devices())) {
            if (best != null && away(sequences, target) > NEAR) {
                break;
            }
            try {
                LayoutChoice found = of(setup.job(architecture, sequences), cluster, precision);
                best = best == null || found.isBetter(best) ? found : best;
            } catch (DomainException e) {
                refusal = e;
            }
        }
        if (best == null) {
            throw refusal;
        }
        return best;
    }

    /**
     * The layout on the least number of devices on which one fits.
     *
     * @param setup how the model is trained
     * @param architecture the model
     * @param cluster the accelerators; its number of devices is the most that is tried
     * @param precision the format that is computed in
     * @return the choice; on the cluster as given where none fits
     * @throws DomainException if a number is outside its domain
     */
    public static LayoutChoice smallest(TrainingSetup setup, Architecture architecture, Cluster cluster,
            Precision precision) {
        TrainingJob job = setup.job(architecture, setup.sequences(architecture));
        return of(job, cluster, precision, LayoutSearch.smallest(job, cluster, precision, EFFICIENCY));
    }

    private static LayoutChoice of(TrainingJob job, Cluster cluster, Precision precision) {
        return of(job, cluster, precision, LayoutSearch.search(job, cluster, precision, EFFICIENCY));
    }

    private static LayoutChoice of(TrainingJob job, Cluster cluster, Precision precision, SearchResult found) {
        Plan plan = found.fits() ? found.best() : found.leanest();
        return new LayoutChoice(
                new LayoutModel(job, cluster.with((int) plan.layout().devices()), precision, EFFICIENCY), plan,
                found.fits());
    }

    /**
     * Numbers of sequences that the copies of some layout divide, for each way of sharing devices the one nearest to a
     * target; the nearest of all first.
     *
     * @param target sequences asked for, at least 1
     * @param devices number of devices, at least 1
     * @return at least one number
     */
    static List<Long> batches(long target, long devices) {
        return LongStream.rangeClosed(1, devices).filter(copies -> devices % copies == 0)
                .map(copies -> Math.max(1, Math.round((double) target / copies)) * copies).distinct().boxed()
                .sorted(Comparator.comparingDouble(sequences -> away(sequences, target))).toList();
    }

    private static double away(long sequences, long target) {
        return Math.abs(Math.log((double) sequences / target));
    }

    /** One that fits is better than one that does not, then one that takes less time, or less memory. */
    private boolean isBetter(LayoutChoice other) {
        if (fits != other.fits) {
            return fits;
        }
        return fits
                ? plan.deviceSecondsPerToken() < other.plan.deviceSecondsPerToken()
                : plan.memory().total() < other.plan.memory().total();
    }
}
