package org.isoflop.analysis.law;

import java.util.Arrays;
import java.util.List;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.numeric.Cholesky;
import org.isoflop.analysis.numeric.Streams;

/**
 * How uncertain the constants of a law are, all together: draws of whole sets of constants. The constants of a fit are
 * almost perfectly correlated, so errors of single constants say nothing about an answer and are never used. Immutable.
 */
public final class JointUncertainty {

    /** How many draws a covariance is sampled with. */
    public static final int SAMPLES = 2000;

    /** The coordinates of a covariance: the logarithm of each coefficient, and the exponents. */
    public static final String LOGARITHM = "ln ";

    private final double[][] draws;

    private JointUncertainty(double[][] draws) {
        this.draws = draws;
    }

    /**
     * Draws of the constants, as a bootstrap gives them.
     *
     * @param form the form of the law
     * @param draws at least two rows, each with the constants in the form's order
     * @return the uncertainty
     * @throws DomainException if there are fewer than two rows, a row has the wrong length, or a constant is outside
     *         its domain
     */
    public static JointUncertainty ofDraws(LawForm form, List<double[]> draws) {
        if (draws.size() < 2) {
            throw new DomainException(Sentence.of("uncertainty.draws", draws.size()));
        }
        double[][] rows = new double[draws.size()][];
        for (int i = 0; i < rows.length; i++) {
            double[] row = draws.get(i);
            if (row.length != form.constants().size()) {
                throw new DomainException(
                        Sentence.of("uncertainty.row", i + 1, row.length, form.constants().size(), form.id()));
            }
            for (int j = 0; j < row.length; j++) {
                String symbol = form.constants().get(j);
                if (!form.allows(symbol, row[j])) {
                    throw new DomainException(
                            Sentence.of("uncertainty.value", i + 1, symbol, Double.toString(row[j])));
                }
            }
            rows[i] = row.clone();
        }
        return new JointUncertainty(rows);
    }

    /**
     * A covariance, sampled with {@value #SAMPLES} draws of a normal distribution (generator {@link Streams#GENERATOR},
     * seed 0); draws outside the domain of the constants are drawn again.
     *
     * @param form the form of the law
     * @param constants the constants in the form's order
     * @param coordinates what the rows stand for: a constant, or {@value #LOGARITHM} and a constant; constants that are
     *        not named are taken as certain
     * @param covariance symmetric and positive, in the order of the coordinates
     * @return the uncertainty
     * @throws DomainException if a coordinate is unknown or named twice, or the matrix is not a covariance
     */
    public static JointUncertainty ofCovariance(LawForm form, double[] constants, List<String> coordinates,
            List<double[]> covariance) {
        int n = coordinates.size();
        int[] index = new int[n];
        boolean[] logarithm = new boolean[n];
        for (int i = 0; i < n; i++) {
            String name = coordinates.get(i);
            logarithm[i] = name.startsWith(LOGARITHM);
            index[i] = form.constants().indexOf(logarithm[i] ? name.substring(LOGARITHM.length()) : name);
            int wanted = index[i];
            if (wanted < 0 || Arrays.stream(index, 0, i).anyMatch(j -> j == wanted)) {
                throw new DomainException(Sentence.of("uncertainty.coordinate", name, form.id(),
                        String.join(", ", form.constants())));
            }
        }
        double[] factor = factor(covariance, n);
        Streams random = new Streams(0, 0);
        double[][] rows = new double[SAMPLES][];
        double[] normal = new double[n];
        double[] moved = new double[n];
        int refused = 0;
        for (int s = 0; s < SAMPLES;) {
            for (int i = 0; i < n; i++) {
                normal[i] = random.normal();
            }
            Cholesky.multiply(factor, n, normal, moved);
            double[] row = constants.clone();
            boolean inside = true;
            for (int i = 0; i < n; i++) {
                int j = index[i];
                row[j] = logarithm[i] ? row[j] * Math.exp(moved[i]) : row[j] + moved[i];
                inside &= form.allows(form.constants().get(j), row[j]);
            }
            if (inside) {
                rows[s++] = row;
            } else if (++refused > SAMPLES) {
                throw new DomainException(Sentence.of("uncertainty.wide"));
            }
        }
        return new JointUncertainty(rows);
    }

    private static double[] factor(List<double[]> covariance, int n) {
        double[] factor = new double[n * n];
        boolean square = n > 0 && covariance.size() == n;
        for (int i = 0; square && i < n; i++) {
            square = covariance.get(i).length == n;
            for (int j = 0; square && j < n; j++) {
                factor[i * n + j] = covariance.get(i)[j];
            }
        }
        for (int i = 0; square && i < n; i++) {
            for (int j = 0; j < i; j++) {
                double scale = Math.sqrt(Math.abs(factor[i * n + i] * factor[j * n + j]));
                square &= Math.abs(factor[i * n + j] - factor[j * n + i]) <= 1e-9 * scale;
            }
        }
        if (!square || !Cholesky.factor(factor, n)) {
            throw new DomainException(Sentence.of("uncertainty.covariance", n));
        }
        return factor;
    }

    /**
     * How many draws there are.
     *
     * @return at least two
     */
    public int size() {
        return draws.length;
    }

    /**
     * One draw.
     *
     * @param index from 0
     * @return the constants in the form's order, a copy
     */
    public double[] draw(int index) {
        return draws[index].clone();
    }
}
