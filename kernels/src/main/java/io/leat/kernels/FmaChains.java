package io.leat.kernels;

/**
 * The multiply-adds of a machine and nothing else: twelve independent chains that stay in registers, enough to fill two
 * units of a latency of six. What they reach is the peak that products of matrices are held against.
 */
public final class FmaChains {
    /** How many chains there are. */
    public static final int CHAINS = 12;

    private FmaChains() {}

    /**
     * Takes each value {@code v} to {@code v * factor + addend}, rounded once, {@code rounds} times.
     *
     * @param values one for each chain
     * @return how many floating-point operations that took, all lanes counted: two for each lane, chain and round
     */
    public static double run(int rounds, float factor, float addend, float[] values) {
        if (VectorSupport.AVAILABLE) {
            FloatVectorChains.run(rounds, factor, addend, values);
        } else {
            scalar(rounds, factor, addend, values);
        }
        return 2.0 * CHAINS * rounds * VectorSupport.floatLanes();
    }

    static void scalar(int rounds, float factor, float addend, float[] values) {
        for (int i = 0; i < rounds; i++) {
            for (int c = 0; c < CHAINS; c++) {
                values[c] = Math.fma(values[c], factor, addend);
            }
        }
    }
}
