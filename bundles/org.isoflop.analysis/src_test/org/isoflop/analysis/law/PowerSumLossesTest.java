package org.isoflop.analysis.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;

import org.isoflop.analysis.DomainException;
import org.junit.jupiter.api.Test;

/** Many losses at once are those of one by one, on any number of threads, however far apart the points are. */
class PowerSumLossesTest {

    @Test
    void manyAreAsOneByOne() {
        Random random = new Random(1);
        int points = 3 * PowerSumLosses.WORTHWHILE + 7;
        double[] n = new double[points];
        double[] d = new double[points];
        double[] out = new double[points];
        for (int decades : new int[] {0, 2, 10, 200}) {
            for (int i = 0; i < points; i++) {
                n[i] = Math.pow(10, 9 + decades * (random.nextDouble() - 0.5));
                d[i] = Math.pow(10, 11 + decades * (random.nextDouble() - 0.5));
            }
            for (int threads : new int[] {1, 3}) {
                Laws.BESIROGLU.loss(n, d, null, out, threads);
                for (int i = 0; i < points; i++) {
                    assertEquals(1, out[i] / Laws.BESIROGLU.loss(n[i], d[i]), 1e-13);
                }
            }
        }
        for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            double before = d[points - 1];
            d[points - 1] = bad;
            assertThrows(DomainException.class, () -> Laws.BESIROGLU.loss(n, d, null, out));
            d[points - 1] = before;
        }
    }
}
