package io.leat.kernels;

import java.security.SecureRandom;

/**
 * The random state of one stateful op: each run reserves a part of the stream, and the next run goes on behind it. One
 * instance belongs to one node of one session. Safe for use by many threads.
 *
 * <p>A run reserves more than it uses, in TensorFlow's granularity; the amounts decide what later runs give.
 */
public final class GuardedPhilox {
    /** Blocks reserved for each output of ops that do not know how many samples they need. */
    public static final int BLOCKS_PER_OUTPUT = 256;

    private final Philox next;

    /** The stream of the given seeds; when both are 0, one that nobody can predict. */
    public GuardedPhilox(long seed, long seed2) {
        if (seed == 0 && seed2 == 0) {
            SecureRandom entropy = new SecureRandom();
            next = Philox.ofSeeds(entropy.nextLong(), entropy.nextLong());
        } else {
            next = Philox.ofSeeds(seed, seed2);
        }
    }

    /** Reserves {@code blocks} blocks of four samples; the result starts with the first of them. */
    public Philox reserve(long blocks) {
        synchronized (next) {
            Philox start = next.copy(0);
            next.skip(blocks);
            return start;
        }
    }

    /** Reserves at least {@code samples} samples of 32 bits, as {@code RandomShuffle} does. */
    public Philox reserveSamples(long samples) {
        return reserve(samples / Philox.BLOCK + (samples % Philox.BLOCK == 0 ? 0 : 1));
    }

    /** Reserves {@link #BLOCKS_PER_OUTPUT} blocks for each of {@code outputs} outputs, as all other ops do. */
    public Philox reserveOutputs(long outputs) {
        return reserve(outputs * BLOCKS_PER_OUTPUT);
    }
}
