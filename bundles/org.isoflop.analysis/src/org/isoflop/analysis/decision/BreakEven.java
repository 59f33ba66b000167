package org.isoflop.analysis.decision;

import java.util.Optional;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;
import org.isoflop.analysis.cost.RunningCost;
import org.isoflop.analysis.law.Interval;

/**
 * Where the cumulative costs of two alternatives cross: the one that is cheaper to begin with is dearer by the token.
 *
 * @param before 0 if the first alternative is cheaper before the crossing, 1 if the second one is
 * @param tokens served until both have cost the same
 * @param money what both have cost then
 */
public record BreakEven(int before, double tokens, double money) {

    private static final double DAYS_IN_MONTH = 365.25 / 12;

    /**
     * The crossing of two lines, as a closed form.
     *
     * @param first what one alternative costs
     * @param second what the other one costs
     * @return empty if one of them is never dearer than the other
     */
    public static Optional<BreakEven> of(CostLine first, CostLine second) {
        int before = first.oneOff() <= second.oneOff() ? 0 : 1;
        CostLine cheap = before == 0 ? first : second;
        CostLine dear = before == 0 ? second : first;
        if (!(dear.oneOff() > cheap.oneOff() && cheap.perMillion() > dear.perMillion())) {
            return Optional.empty();
        }
        double tokens = RunningCost.breakEvenTokens(dear.oneOff() - cheap.oneOff(), cheap.perToken(), dear.perToken());
        return Double.isFinite(tokens)
                ? Optional.of(new BreakEven(before, tokens, cheap.at(tokens)))
                : Optional.empty();
    }

    /**
     * How long it takes to serve the tokens of the crossing.
     *
     * @param tokensPerDay tokens served a day, above zero
     * @return months of 365.25/12 days
     * @throws DomainException if the tokens of a day are not above zero
     */
    public double months(double tokensPerDay) {
        return months(tokens, tokensPerDay);
    }

    /**
     * How long it takes to serve tokens.
     *
     * @param tokens how many
     * @param tokensPerDay tokens served a day, above zero
     * @return months of 365.25/12 days
     * @throws DomainException if the tokens of a day are not above zero
     */
    public static double months(double tokens, double tokensPerDay) {
        return tokens / DomainException.positive(tokensPerDay, Sentence.of("node.tokensPerDay")) / DAYS_IN_MONTH;
    }

    /**
     * The crossing over draws.
     *
     * @param share in which share of the draws the lines cross
     * @param tokens interval of the tokens at the crossing, over the draws in which they cross
     * @param money interval of the money at the crossing, over the same draws
     */
    public record Spread(double share, Interval tokens, Interval money) {
    }

    /**
     * The crossings over draws.
     *
     * @param draws of a run that asked for both measures
     * @param first position of one alternative
     * @param second position of the other one
     * @param oneOff id of the node with the money spent once; an alternative without it has spent none
     * @param perMillion id of the node with the money for a million tokens
     * @return empty if they cross in no draw, or one has no money for a million tokens
     */
    public static Optional<Spread> of(Draws draws, int first, int second, String oneOff, String perMillion) {
        double[][] once = {draws.values(first, oneOff), draws.values(second, oneOff)};
        double[][] each = {draws.values(first, perMillion), draws.values(second, perMillion)};
        if (each[0].length == 0 || each[1].length == 0) {
            return Optional.empty();
        }
        double[] tokens = new double[draws.size()];
        double[] money = new double[draws.size()];
        int crossings = 0;
        for (int i = 0; i < tokens.length; i++) {
            CostLine left = line(once[0], each[0], i);
            CostLine right = line(once[1], each[1], i);
            Optional<BreakEven> crossing = left == null || right == null ? Optional.empty() : of(left, right);
            tokens[i] = crossing.map(BreakEven::tokens).orElse(Double.NaN);
            money[i] = crossing.map(BreakEven::money).orElse(Double.NaN);
            crossings += crossing.isPresent() ? 1 : 0;
        }
        double share = crossings / (double) tokens.length;
        return Draws.interval(tokens, draws.level()).map(interval -> new Spread(share, interval,
                Draws.interval(money, draws.level()).orElseThrow()));
    }

    /** The line of a draw; one with an undefined cost is null. */
    private static CostLine line(double[] once, double[] each, int draw) {
        double oneOff = once.length == 0 ? 0 : once[draw];
        boolean defined = Double.isFinite(oneOff) && oneOff >= 0 && Double.isFinite(each[draw]) && each[draw] >= 0;
        return defined ? new CostLine(oneOff, each[draw]) : null;
    }
}
