package org.isoflop.analysis.architecture;

import org.isoflop.analysis.DomainException;
import org.isoflop.analysis.Sentence;

/** Whole numbers without rounding: what does not fit is refused. */
final class Exact {

    private Exact() {
    }

    static long times(long... factors) {
        long product = 1;
        try {
            for (long factor : factors) {
                product = Math.multiplyExact(product, factor);
            }
        } catch (ArithmeticException e) {
            throw tooLarge();
        }
        return product;
    }

    static long sum(long... terms) {
        long sum = 0;
        try {
            for (long term : terms) {
                sum = Math.addExact(sum, term);
            }
        } catch (ArithmeticException e) {
            throw tooLarge();
        }
        return sum;
    }

    /** Bits as whole bytes, rounded up. */
    static long bytes(long bits) {
        return Math.ceilDiv(bits, Byte.SIZE);
    }

    /** Refuses a size that is not above zero; the name stands under {@code size.<name>}. */
    static void positive(long value, String name) {
        if (value < 1) {
            throw new DomainException(Sentence.of("architecture.positive", Sentence.of("size." + name), value));
        }
    }

    static void notNegative(long value, String name) {
        if (value < 0) {
            throw new DomainException(Sentence.of("architecture.negative", Sentence.of("size." + name), value));
        }
    }

    /** Refuses a size that another one does not divide. */
    static void divides(long divisor, String divisorName, long value, String name) {
        if (value % divisor != 0) {
            throw new DomainException(Sentence.of("architecture.divides", Sentence.of("size." + name), value,
                    Sentence.of("size." + divisorName), divisor));
        }
    }

    static void atMost(long value, String name, long limit, String limitName) {
        if (value > limit) {
            throw new DomainException(Sentence.of("architecture.atMost", Sentence.of("size." + name), value,
                    Sentence.of("size." + limitName), limit));
        }
    }

    private static DomainException tooLarge() {
        return new DomainException(Sentence.of("architecture.tooLarge"));
    }
}
