package io.leat.kernels;

/**
 * The counter-based generator Philox4x32-10: each value of a 128 bit counter gives, under a 64 bit key, one block of four
 * 32 bit random numbers. Skipping is free, so that parts of one stream can be made independently.
 *
 * <p>Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011. Seeds and counters
 * are laid out as TensorFlow does, so that equal seeds give equal numbers.
 *
 * <p>Mutable and not thread-safe: kernels take a start and work on copies of it.
 */
public final class Philox {
    /** Random numbers in a block. */
    public static final int BLOCK = 4;

    private static final long MULTIPLIER_A = 0xD2511F53L;
    private static final long MULTIPLIER_B = 0xCD9E8D57L;
    private static final int WEYL_A = 0x9E3779B9;
    private static final int WEYL_B = 0xBB67AE85;
    private static final int ROUNDS = 10;
    private static final long LOW_HALF = 0xFFFFFFFFL;

    /** The key under which the seeds of a stateless op are scrambled. */
    private static final long SCRAMBLING_KEY = 0x02461E29_3EC8F720L;

    private final long key;
    private long low;
    private long high;

    private Philox(long key, long low, long high) {
        this.key = key;
        this.low = low;
        this.high = high;
    }

    /** The stream of a stateful op with attributes {@code seed} and {@code seed2}: the key and the counter's upper half. */
    public static Philox ofSeeds(long seed, long seed2) {
        return new Philox(seed, 0, seed2);
    }

    /**
     * The stream of a stateless op of version 1 with a seed tensor {@code [seed0, seed1]} (sign-extended when it is of 32
     * bits). The seeds are scrambled, so that either of them may be weak.
     */
    public static Philox ofStatelessSeed(long seed0, long seed1) {
        int[] mix = new int[BLOCK];
        new Philox(SCRAMBLING_KEY, seed0, seed1).fill(mix, 0, 1);
        return new Philox(join(mix[0], mix[1]), 0, join(mix[2], mix[3]));
    }

    /** The stream of a stateless op of version 2: its key and the lower and upper half of its counter. */
    public static Philox ofKeyAndCounter(long key, long counterLow, long counterHigh) {
        return new Philox(key, counterLow, counterHigh);
    }

    /** The key. */
    public long key() {
        return key;
    }

    /** The lower half of the counter of the next block. */
    public long counterLow() {
        return low;
    }

    /** The upper half of the counter of the next block. */
    public long counterHigh() {
        return high;
    }

    /** A generator of the same stream that starts {@code blocks} blocks further on. */
    public Philox copy(long blocks) {
        Philox copy = new Philox(key, low, high);
        copy.skip(blocks);
        return copy;
    }

    /** Goes on by {@code blocks} blocks, an unsigned number. */
    public void skip(long blocks) {
        low += blocks;
        if (Long.compareUnsigned(low, blocks) < 0) {
            high++;
        }
    }

    /** Writes the next {@code blocks} blocks, {@link #BLOCK} numbers each, from {@code out[offset]} on. */
    public void fill(int[] out, int offset, int blocks) {
        int keyA = (int) key;
        int keyB = (int) (key >>> 32);
        for (int at = offset, end = offset + BLOCK * blocks; at < end; at += BLOCK) {
            int x0 = (int) low;
            int x1 = (int) (low >>> 32);
            int x2 = (int) high;
            int x3 = (int) (high >>> 32);
            int a = keyA;
            int b = keyB;
            for (int round = 0; round < ROUNDS; round++) {
                long p = (x0 & LOW_HALF) * MULTIPLIER_A;
                long q = (x2 & LOW_HALF) * MULTIPLIER_B;
                x0 = (int) (q >>> 32) ^ x1 ^ a;
                x1 = (int) q;
                x2 = (int) (p >>> 32) ^ x3 ^ b;
                x3 = (int) p;
                a += WEYL_A;
                b += WEYL_B;
            }
            out[at] = x0;
            out[at + 1] = x1;
            out[at + 2] = x2;
            out[at + 3] = x3;
            if (++low == 0) {
                high++;
            }
        }
    }

    private static long join(int lower, int upper) {
        return lower & LOW_HALF | (long) upper << 32;
    }
}
