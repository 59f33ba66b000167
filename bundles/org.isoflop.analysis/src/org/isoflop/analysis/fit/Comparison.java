package org.isoflop.analysis.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.law.Law;
import org.isoflop.analysis.numeric.ChiSquare;
import org.isoflop.analysis.numeric.Linear;

/**
 * Wald's test of a fit against the constants of another law: could the runs have come from that law? The distance of
 * the constants is measured by the joint covariance of the bootstrap, over the logarithms of the coefficients and the
 * exponents, where the cloud is nearest to a normal distribution.
 *
 * @param chiSquare the squared distance
 * @param degrees degrees of freedom: the number of constants
 * @param probability the chance of a distance as large or larger if the law were true
 * @param objective the objective of the fit at the law's constants
 */
public record Comparison(double chiSquare, int degrees, double probability, double objective) {

    /**
     * Tests a fit against a law.
     *
     * @param fit a fit with a bootstrap
     * @param law a law of the same form
     * @return the test
     * @throws DomainException if the forms differ, there is no bootstrap, or its covariance has no inverse
     */
    public static Comparison of(ParametricFit fit, Law law) {
        FitForm form = fit.options().form();
        if (form.law() != law.form()) {
            throw new DomainException(Sentence.of("fit.against.form", law.id(), law.form().id(), form.text()));
        }
        if (fit.bootstrap() == null) {
            throw new DomainException(Sentence.of("fit.against.bootstrap"));
        }
        List<ToDoubleFunction<double[]>> coordinates = coordinates(form);
        int n = coordinates.size();
        double[] other = law.constantValues();
        double[] distance = new double[n];
        for (int i = 0; i < n; i++) {
            distance[i] = coordinates.get(i).applyAsDouble(fit.constants()) - coordinates.get(i).applyAsDouble(other);
        }
        double[] solved = distance.clone();
        if (!Linear.solve(fit.bootstrap().covariance(coordinates), solved)) {
            throw new DomainException(Sentence.of("fit.against.bootstrap"));
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += distance[i] * solved[i];
        }
        return new Comparison(sum, n, ChiSquare.upper(sum, n),
                ParametricFit.objective(fit.options(), fit.runs(), other));
    }

    /** The logarithms of coefficients; exponents as they are. */
    static List<ToDoubleFunction<double[]>> coordinates(FitForm form) {
        List<ToDoubleFunction<double[]>> coordinates = new ArrayList<>();
        for (int j = 0; j < form.constants().size(); j++) {
            int index = j;
            coordinates.add(isExponent(form.constants().get(j)) ? k -> k[index] : k -> Math.log(k[index]));
        }
        return coordinates;
    }

    static boolean isExponent(String symbol) {
        return symbol.startsWith("alpha") || symbol.startsWith("beta");
    }
}
