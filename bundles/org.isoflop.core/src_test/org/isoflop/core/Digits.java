package org.isoflop.core;

import java.math.BigDecimal;
import java.math.MathContext;

/** The decimal digits of numbers in files. */
public final class Digits {

    private static final int OF_ARITHMETIC = 15;
    private static final int OF_A_SOURCE = 10;

    private Digits() {
    }

    /** How many digits the shortest decimal of a number has, without zeros at either end. */
    public static int significant(double value) {
        return decimal(value).precision();
    }

    /** Whether a number is free of the digits that binary arithmetic leaves behind a shorter decimal. */
    public static boolean areClean(double value) {
        BigDecimal exact = decimal(value);
        return exact.precision() < OF_ARITHMETIC
                || significant(exact.round(new MathContext(OF_ARITHMETIC - 1)).doubleValue()) > OF_A_SOURCE;
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros();
    }
}
