package org.isoflop.analysis.numeric;

/**
 * Random numbers from xoshiro256++ (Blackman and Vigna 2021, doi:10.1145/3460772), its state filled by SplitMix64
 * (Steele, Lea and Flood 2014) from a seed and the number of a stream. The same seed and stream give the same numbers
 * on every machine and with any number of threads.
 */
public final class Streams {

    /** The name of the generator, as results carry it. */
    public static final String GENERATOR = "xoshiro256++, SplitMix64(seed, stream)";

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    /**
     * The first number of a stream comes next.
     *
     * @param seed the seed that a result carries
     * @param stream which of the independent streams of this seed
     */
    public Streams(long seed, long stream) {
        reset(seed, stream);
    }

    /**
     * Goes to the beginning of a stream, without a new object.
     *
     * @param seed the seed that a result carries
     * @param stream which of the independent streams of this seed
     */
    public void reset(long seed, long stream) {
        long state = mix(seed + GOLDEN) ^ mix(stream * GOLDEN + 0x632BE59BD9B4E019L);
        s0 = mix(state += GOLDEN);
        s1 = mix(state += GOLDEN);
        s2 = mix(state += GOLDEN);
        s3 = mix(state + GOLDEN);
    }

    private static long mix(long z) {
        long y = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        y = (y ^ y >>> 27) * 0x94D049BB133111EBL;
        return y ^ y >>> 31;
    }

    /**
     * The next 64 random bits.
     *
     * @return any long
     */
    public long next() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /**
     * A whole number, each with the same probability (Lemire 2019, doi:10.1145/3230636).
     *
     * @param bound above zero
     * @return from 0 to bound − 1
     */
    public int below(int bound) {
        long product = (next() >>> 32) * bound;
        if ((product & 0xFFFFFFFFL) < bound) {
            long threshold = (1L << 32) % bound;
            while ((product & 0xFFFFFFFFL) < threshold) {
                product = (next() >>> 32) * bound;
            }
        }
        return (int) (product >>> 32);
    }

    /**
     * A number between 0 and 1, neither included.
     *
     * @return one of 2^52 numbers of the same probability
     */
    public double uniform() {
        return ((next() >>> 12) + 0.5) * 0x1p-52;
    }

    /**
     * A number from the standard normal distribution, by the method of Box and Muller.
     *
     * @return mean 0, variance 1
     */
    public double normal() {
        return Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    }
}
