package io.leat.kernels;

import jdk.incubator.vector.FloatVector;

/** Multiply-adds on registers alone, in as many independent chains as hide their latency. */
final class VectorPeak {
    private static final int CHAINS = 12;

    private VectorPeak() {}

    /** The operations of one iteration. */
    static long operations() {
        return 2L * CHAINS * Lanes.FLOAT.length();
    }

    static float run(int iterations) {
        FloatVector x = FloatVector.broadcast(Lanes.FLOAT, 0.999f);
        FloatVector y = FloatVector.broadcast(Lanes.FLOAT, 1e-3f);
        FloatVector a0 = y;
        FloatVector a1 = y;
        FloatVector a2 = y;
        FloatVector a3 = y;
        FloatVector a4 = y;
        FloatVector a5 = y;
        FloatVector a6 = y;
        FloatVector a7 = y;
        FloatVector a8 = y;
        FloatVector a9 = y;
        FloatVector a10 = y;
        FloatVector a11 = y;
        for (int i = 0; i < iterations; i++) {
            a0 = a0.fma(x, y);
            a1 = a1.fma(x, y);
            a2 = a2.fma(x, y);
            a3 = a3.fma(x, y);
            a4 = a4.fma(x, y);
            a5 = a5.fma(x, y);
            a6 = a6.fma(x, y);
            a7 = a7.fma(x, y);
            a8 = a8.fma(x, y);
            a9 = a9.fma(x, y);
            a10 = a10.fma(x, y);
            a11 = a11.fma(x, y);
        }
        FloatVector even = a0.add(a2).add(a4).add(a6).add(a8).add(a10);
        FloatVector odd = a1.add(a3).add(a5).add(a7).add(a9).add(a11);
        return even.add(odd).lane(0);
    }
}
