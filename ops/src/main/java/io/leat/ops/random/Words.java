package io.leat.ops.random;

import io.leat.kernels.Philox;

/** Random words one by one. */
final class Words {
    private final Philox philox;
    private final int[] block = new int[Philox.BLOCK];
    private int used = Philox.BLOCK;

    Words(Philox philox) {
        this.philox = philox;
    }

    private int next() {
        if (used == Philox.BLOCK) {
            philox.fill(block, 0, 1);
            used = 0;
        }
        return block[used++];
    }

    /** In [0, 1), from two words. */
    double real() {
        long high = next() & 0xfffffL;
        long low = next() & 0xffffffffL;
        return Double.longBitsToDouble(1023L << 52 | high << 32 | low) - 1;
    }

    /** In [0, 1), from one word. */
    float realFloat() {
        return Float.intBitsToFloat(127 << 23 | next() & 0x7fffff) - 1;
    }

    long whole() {
        long low = next() & 0xffffffffL;
        return low | (long) next() << 32;
    }

    /** Evenly from 0 to {@code n - 1}. */
    int below(int n) {
        if ((n & n - 1) == 0) {
            return next() & n - 1;
        }
        long skewed = 0xffffffffL % n + 1;
        long word = next() & 0xffffffffL;
        while (word < skewed) {
            word = next() & 0xffffffffL;
        }
        return (int) (word % n);
    }
}
