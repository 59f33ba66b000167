package org.isoflop.analysis.law;

import java.util.List;
import java.util.Set;

import org.isoflop.analysis.Localised;

/**
 * A loss over N and D written down in formulas. Its optima are found numerically: slopes along the budget (or along the
 * curve of equal loss) come from exact derivatives, so that a change of their sign marks the optimum to all digits even
 * where the loss itself is flat. Where a formula has more than one minimum, the lowest on a grid of 1 in ln N is taken.
 */
public final class FormulaSurface extends SurfaceForm {

    /** How far N and D are searched: ln of 1e40. */
    private static final double REACH = 40 * Math.log(10);
    private static final double FAR = 1e300;
    private static final int HALVINGS = 200;

    private final Formulas formulas;
    private final boolean countsCompute;

    FormulaSurface(String id, Formulas formulas, String source) {
        super(id, formulas.constants(), source, formulas.variables(Formulas.LOSS));
        this.formulas = formulas;
        countsCompute = formulas.gives("C");
    }

    @Override
    Formulas formulas() {
        return formulas;
    }

    @Override
    public boolean allows(String symbol, double value) {
        return Double.isFinite(value);
    }

    @Override
    public List<Step> steps() {
        return formulas.steps(Formulas.LOSS);
    }

    /** {@inheritDoc} There are none: the optimum is found numerically. */
    @Override
    public List<Step> allocationSteps() {
        return List.of();
    }

    @Override
    boolean knowsRepetition() {
        return inputs().contains(Variable.UNIQUE_TOKENS);
    }

    @Override
    Localised answersInWords() {
        return formulas.answers();
    }

    @Override
    double loss(double[] k, double n, double d, double u, double c) {
        return new Asked(k, u).loss(Math.log(n), Math.log(d), n, d);
    }

    @Override
    List<Term> terms(double[] k, double n, double d, double u, double c) {
        return List.of();
    }

    @Override
    double computeOf(double[] k, double n, double d) {
        return countsCompute ? new Asked(k, Double.NaN).compute(n, d) : super.computeOf(k, n, d);
    }

    @Override
    public boolean countsCompute() {
        return countsCompute;
    }

    @Override
    public double tokensOf(double[] k, double n, double c) {
        return countsCompute ? Math.exp(new Asked(k, Double.NaN).lnTokensOf(Math.log(n), Math.log(c)))
                : super.tokensOf(k, n, c);
    }

    @Override
    public double optimalParameters(double[] k, double c, double u) {
        Asked asked = new Asked(k, u);
        double lnC = Math.log(c);
        double high = countsCompute ? REACH : Math.max(lnC - Math.log(6), 1);
        return lowest(0, high, new Curve() {
            @Override
            public double slope(double lnN) {
                double lnD = asked.lnTokensOf(lnN, lnC);
                return Double.isNaN(lnD) ? Double.NaN : asked.slopeAlongBudget(lnN, lnD);
            }

            @Override
            public double height(double lnN) {
                double lnD = asked.lnTokensOf(lnN, lnC);
                return asked.loss(lnN, lnD);
            }
        });
    }

    @Override
    public double cheapestParameters(double[] k, double loss, double u, double inferenceTokens) {
        Asked asked = new Asked(k, u);
        return lowest(0, REACH, new Curve() {
            @Override
            public double slope(double lnN) {
                double lnD = asked.lnTokensFor(lnN, loss);
                // Too few parameters for the loss: the tokens would be without end.
                return Double.isNaN(lnD) ? -1 : asked.slopeOfCost(lnN, lnD, inferenceTokens);
            }

            @Override
            public double height(double lnN) {
                double lnD = asked.lnTokensFor(lnN, loss);
                return Double.isNaN(lnD) ? Double.POSITIVE_INFINITY
                        : asked.compute(Math.exp(lnN), Math.exp(lnD)) + 2 * Math.exp(lnN) * inferenceTokens;
            }
        });
    }

    @Override
    public double tokensFor(double[] k, double n, double loss, double u) {
        return Math.exp(new Asked(k, u).lnTokensFor(Math.log(n), loss));
    }

    @Override
    double floor(double[] k, double u) {
        Asked asked = new Asked(k, u);
        for (double far = FAR; far > 1; far = Math.sqrt(far)) {
            double floor = asked.loss(Math.log(far), Math.log(far));
            if (Double.isFinite(floor)) {
                return floor;
            }
        }
        return 0;
    }

    @Override
    double gainPerFold(double[] k, double n, double d, double u) {
        Asked asked = new Asked(k, u);
        return asked.gainPerFold(Math.log(n), Math.log(d));
    }

    /** A function of ln N with its derivative; both NaN where it is not defined. */
    private interface Curve {

        double slope(double lnN);

        double height(double lnN);
    }

    /** N at the lowest minimum; NaN if the curve has none within. */
    private static double lowest(double from, double to, Curve curve) {
        int cells = Math.max(4, (int) Math.ceil(to - from));
        double best = Double.NaN;
        double bestHeight = Double.POSITIVE_INFINITY;
        double before = from;
        double slopeBefore = curve.slope(from);
        for (int i = 1; i <= cells; i++) {
            double x = from + (to - from) * i / cells;
            double slope = curve.slope(x);
            if (slopeBefore < 0 && slope >= 0) {
                double minimum = root(before, x, curve);
                double height = curve.height(minimum);
                if (height < bestHeight || Double.isNaN(best) && height <= bestHeight) {
                    best = minimum;
                    bestHeight = height;
                }
            }
            before = x;
            slopeBefore = slope;
        }
        return bestHeight < Double.POSITIVE_INFINITY ? Math.exp(best) : Double.NaN;
    }

    private static double root(double from, double to, Curve curve) {
        double low = from;
        double high = to;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) {
                break;
            }
            if (curve.slope(middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** The formulas with their constants and inputs filled in, for one question. */
    private final class Asked {

        private final Formulas.Scratch scratch;
        private final double u;
        private final boolean limited;

        Asked(double[] k, double u) {
            scratch = formulas.at(k);
            this.u = u;
            limited = !Double.isNaN(u) && !Double.isInfinite(u);
        }

        double loss(double lnN, double lnD) {
            return loss(lnN, lnD, Math.exp(lnN), Math.exp(lnD));
        }

        double loss(double lnN, double lnD, double n, double d) {
            scratch.run(n, d, u, Double.NaN);
            return Double.isNaN(lnN + lnD) ? Double.NaN : scratch.value(Formulas.LOSS);
        }

        double compute(double n, double d) {
            if (!countsCompute) {
                return 6 * n * d;
            }
            scratch.run(n, d, u, Double.NaN);
            return scratch.value("C");
        }

        /** ln D that spends a budget with n parameters; compute grows in D. */
        double lnTokensOf(double lnN, double lnC) {
            if (!countsCompute) {
                return lnC - Math.log(6) - lnN;
            }
            double n = Math.exp(lnN);
            // Compute is usually proportional to D, so that the first guess is the answer.
            double guess = lnC - Math.log(compute(n, 1));
            if (Math.abs(Math.log(compute(n, Math.exp(guess))) - lnC) < 1e-14 * Math.max(1, Math.abs(lnC))) {
                return guess;
            }
            double low = -REACH;
            double high = REACH;
            if (!(Math.log(compute(n, Math.exp(low))) <= lnC && Math.log(compute(n, Math.exp(high))) >= lnC)) {
                return Double.NaN;
            }
            for (int i = 0; i < HALVINGS; i++) {
                double middle = 0.5 * (low + high);
                if (middle <= low || middle >= high) {
                    break;
                }
                if (Math.log(compute(n, Math.exp(middle))) < lnC) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return high;
        }

        /** ln of the least D that reaches a loss; NaN if none up to 1e40 does. */
        double lnTokensFor(double lnN, double loss) {
            double low = 0;
            double high = REACH;
            if (!(loss(lnN, high) <= loss)) {
                high = firstBelow(lnN, loss);
            }
            while (loss(lnN, low) <= loss && low > -REACH) {
                high = low;
                low -= 1;
            }
            if (Double.isNaN(high) || !(low > -REACH)) {
                return Double.NaN;
            }
            double x = 0.5 * (low + high);
            for (int i = 0; i < HALVINGS && x > low && x < high; i++) {
                double excess = loss(lnN, x) - loss;
                if (excess <= 0) {
                    high = x;
                } else {
                    low = x;
                }
                scratch.byTokens(limited);
                double next = x - excess / scratch.slope(Formulas.LOSS);
                if (Math.abs(next - x) <= 1e-16 * Math.max(1, Math.abs(x))) {
                    return x;
                }
                // Newton's step where it stays between the ends, else a halving.
                x = next > low && next < high ? next : 0.5 * (low + high);
            }
            return high;
        }

        /** A loss that does not keep falling in D may still dip below. */
        private double firstBelow(double lnN, double loss) {
            for (double x = 0; x <= REACH; x += 1) {
                if (loss(lnN, x) <= loss) {
                    return x;
                }
            }
            return Double.NaN;
        }

        double slopeAlongBudget(double lnN, double lnD) {
            run(lnN, lnD);
            scratch.byParameters();
            double byN = scratch.slope(Formulas.LOSS);
            double computeByN = countsCompute ? scratch.slope("C") : 1;
            scratch.byTokens(limited);
            double byD = scratch.slope(Formulas.LOSS);
            double computeByD = countsCompute ? scratch.slope("C") : 1;
            return byN - byD * (computeByN / computeByD);
        }

        double slopeOfCost(double lnN, double lnD, double inferenceTokens) {
            double c = run(lnN, lnD);
            scratch.byParameters();
            double byN = scratch.slope(Formulas.LOSS);
            double costByN = (countsCompute ? scratch.slope("C") : c) + 2 * Math.exp(lnN) * inferenceTokens;
            scratch.byTokens(limited);
            double byD = scratch.slope(Formulas.LOSS);
            double costByD = countsCompute ? scratch.slope("C") : c;
            // Along the curve ln D falls by byN/byD; where D no longer helps, fewer parameters would not do.
            return byD < 0 ? costByN / costByD - byN / byD : -1;
        }

        double gainPerFold(double lnN, double lnD) {
            double c = run(lnN, lnD);
            scratch.byTokens(limited);
            return -scratch.slope(Formulas.LOSS) / (countsCompute ? scratch.slope("C") / c : 1);
        }

        private double run(double lnN, double lnD) {
            double n = Math.exp(lnN);
            double d = Math.exp(lnD);
            scratch.run(n, d, u, Double.NaN);
            return countsCompute ? scratch.value("C") : 6 * n * d;
        }
    }

    /** Whether a loss written down in formulas depends on N and D and on no compute but their own. */
    static boolean isSurface(Formulas formulas) {
        Set<Variable> needed = formulas.variables(Formulas.LOSS);
        boolean counted = !formulas.gives("C")
                || Set.of(Variable.PARAMETERS, Variable.TOKENS).equals(formulas.variables("C"));
        return needed.contains(Variable.PARAMETERS) && needed.contains(Variable.TOKENS)
                && !needed.contains(Variable.COMPUTE) && !formulas.gives("N") && !formulas.gives("D") && counted;
    }
}
