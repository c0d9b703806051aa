package io.leat.kernels;

/** The samples of a {@link Philox} one by one. */
final class PhiloxSamples {
    private final Philox philox;
    private final int[] block = new int[Philox.BLOCK];
    private int used = Philox.BLOCK;

    /** The samples after the first {@code skipped} ones of {@code start}, which does not move. */
    PhiloxSamples(Philox start, long skipped) {
        philox = start.copy(skipped / Philox.BLOCK);
        for (long i = skipped % Philox.BLOCK; i > 0; i--) {
            next();
        }
    }

    /** The next 32 random bits. */
    int next() {
        if (used == Philox.BLOCK) {
            philox.fill(block, 0, 1);
            used = 0;
        }
        return block[used++];
    }

    /** The next real in [0, 1), of two samples. */
    double nextReal() {
        int upper = next();
        return RandomUniform.real(upper, next());
    }
}
