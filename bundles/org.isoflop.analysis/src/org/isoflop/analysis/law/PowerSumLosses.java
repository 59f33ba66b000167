package org.isoflop.analysis.law;

import org.isoflop.analysis.numeric.Parallel;
import org.isoflop.analysis.numeric.Powers;

/** Many losses of L = E + A/N^α + B/D^β at once, block by block, so that the compiler can use vector instructions. */
final class PowerSumLosses {

    /** From how many points on the tables pay. */
    static final int WORTHWHILE = 1024;

    private static final int CHUNK = 64 * Powers.BLOCK;

    private PowerSumLosses() {
    }

    static void fill(Law law, double[] k, double[] n, double[] d, double[] out, int threads) {
        Parallel.chunks(out.length, CHUNK, threads, thread -> new Worker(law, k, n, d, out));
    }

    /** The scratch of one thread. */
    private static final class Worker implements Parallel.Ranged {

        private final Law law;
        private final double irreducible;
        private final Powers ofParameters;
        private final Powers ofTokens;
        private final double[] n;
        private final double[] d;
        private final double[] out;
        private final double[] byParameters = new double[Powers.BLOCK];
        private final double[] byTokens = new double[Powers.BLOCK];

        Worker(Law law, double[] k, double[] n, double[] d, double[] out) {
            this.law = law;
            irreducible = k[0];
            ofParameters = new Powers(k[1], k[3]);
            ofTokens = new Powers(k[2], k[4]);
            this.n = n;
            this.d = d;
            this.out = out;
        }

        @Override
        public void work(int from, int to) {
            for (int start = from; start < to; start += Powers.BLOCK) {
                int count = Math.min(to - start, Powers.BLOCK);
                if (ofParameters.of(n, start, count, byParameters) && ofTokens.of(d, start, count, byTokens)) {
                    for (int i = 0; i < count; i++) {
                        out[start + i] = irreducible + byParameters[i] + byTokens[i];
                    }
                } else {
                    for (int i = start; i < start + count; i++) {
                        out[i] = law.loss(n[i], d[i]);
                    }
                }
            }
        }
    }
}
