package org.isoflop.analysis;

/** A number outside the domain of a formula: not positive, not finite, or not a number. */
public final class DomainException extends LocalisedException {

    private static final long serialVersionUID = 1L;

    /**
     * A refusal of a number.
     *
     * @param sentence which number, and what was expected
     */
    public DomainException(Sentence sentence) {
        super(sentence);
    }

    /**
     * Refuses whatever is not a positive finite number.
     *
     * @param value the number
     * @param name what the number is, for the sentence
     * @return the number
     * @throws DomainException if it is zero, negative, infinite or NaN
     */
    public static double positive(double value, Localised name) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new DomainException(Sentence.of("domain.positive", name, Double.toString(value)));
        }
        return value;
    }

    /**
     * Refuses whatever is not a finite number of zero or more.
     *
     * @param value the number
     * @param name what the number is, for the sentence
     * @return the number
     * @throws DomainException if it is negative, infinite or NaN
     */
    public static double notNegative(double value, Localised name) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new DomainException(Sentence.of("domain.notNegative", name, Double.toString(value)));
        }
        return value;
    }

    /**
     * Refuses whatever is not a share above 0 and at most 1.
     *
     * @param value the number
     * @param name what the number is, for the sentence
     * @return the number
     * @throws DomainException if it is zero, negative, above 1 or NaN
     */
    public static double share(double value, Localised name) {
        if (!(value > 0 && value <= 1)) {
            throw new DomainException(Sentence.of("domain.share", name, Double.toString(value)));
        }
        return value;
    }

    /**
     * Refuses whatever is not a whole number of one or more.
     *
     * @param value the number
     * @param name what the number is, for the sentence
     * @return the number
     * @throws DomainException if it is zero or negative
     */
    public static long count(long value, Localised name) {
        if (value < 1) {
            throw new DomainException(Sentence.of("domain.count", name, value));
        }
        return value;
    }

    /**
     * Refuses whatever is not a share of 0 or more and below 1.
     *
     * @param value the number
     * @param name what the number is, for the sentence
     * @return the number
     * @throws DomainException if it is negative, 1 or more, or NaN
     */
    public static double belowOne(double value, Localised name) {
        if (!(value >= 0 && value < 1)) {
            throw new DomainException(Sentence.of("domain.belowOne", name, Double.toString(value)));
        }
        return value;
    }

    /**
     * Refuses whatever is not a finite number of 1 or more.
     *
     * @param value the number
     * @param name what the number is, for the sentence
     * @return the number
     * @throws DomainException if it is below 1, infinite or NaN
     */
    public static double atLeastOne(double value, Localised name) {
        if (!(value >= 1) || Double.isInfinite(value)) {
            throw new DomainException(Sentence.of("domain.atLeastOne", name, Double.toString(value)));
        }
        return value;
    }
}
