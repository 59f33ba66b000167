package org.isoflop.analysis.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What compute brings at the optimum (golden cases of costs, section 7), by rounded and by refitted constants. */
class ReturnsOfComputeTest {

    /** Chinchilla's budget, 5.88e23 FLOP: N* = 3.2491e10 and D* = 3.0162e12 by the rounded constants. */
    @Test
    void theRoundedConstantsDisagreeWithChinchilla() {
        Optimum optimum = Laws.ROUNDED.optimum(5.88e23);
        assertEquals(3.2491e10, optimum.parameters(), 0.00005e10);
        assertEquals(3.0162e12, optimum.tokens(), 0.00005e12);
        assertEquals(93, optimum.tokens() / optimum.parameters(), 0.5);
    }

    /** The gain of the next doubling, nats per token. */
    @ParameterizedTest
    @CsvSource({"1e21, 0.0645, 0.0568", "3.8e25, 0.0128, 0.0087"})
    void doublingsBringLess(double compute, double rounded, double besiroglu) {
        assertEquals(rounded, DiminishingReturns.doublingCompute(Laws.ROUNDED, compute), 0.00005);
        assertEquals(besiroglu, DiminishingReturns.doublingCompute(Laws.BESIROGLU, compute), 0.00005);
    }

    /** The exponent of the reducible loss: 0.1535 and 0.1783; 91 and 49 times the compute halve it. */
    @Test
    void reducibleLossFallsAsAPower() {
        assertEquals(Math.pow(2, 1 / 0.1535484), DiminishingReturns.computeFactorReducible(Laws.ROUNDED, 1e22, 0.5,
                Double.NaN), 0.001);
        assertEquals(91, DiminishingReturns.computeFactorReducible(Laws.ROUNDED, 1e22, 0.5, Double.NaN), 0.5);
        assertEquals(49, DiminishingReturns.computeFactorReducible(Laws.BESIROGLU, 1e22, 0.5, Double.NaN), 0.5);
    }
}
