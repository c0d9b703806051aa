package io.leat.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link FmaChains} on vectors: each chain on all lanes of one register. */
final class FloatVectorChains {
    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;

    private FloatVectorChains() {}

    static void run(int rounds, float factor, float addend, float[] values) {
        FloatVector x = FloatVector.broadcast(LANES, factor);
        FloatVector y = FloatVector.broadcast(LANES, addend);
        FloatVector a0 = FloatVector.broadcast(LANES, values[0]);
        FloatVector a1 = FloatVector.broadcast(LANES, values[1]);
        FloatVector a2 = FloatVector.broadcast(LANES, values[2]);
        FloatVector a3 = FloatVector.broadcast(LANES, values[3]);
        FloatVector a4 = FloatVector.broadcast(LANES, values[4]);
        FloatVector a5 = FloatVector.broadcast(LANES, values[5]);
        FloatVector a6 = FloatVector.broadcast(LANES, values[6]);
        FloatVector a7 = FloatVector.broadcast(LANES, values[7]);
        FloatVector a8 = FloatVector.broadcast(LANES, values[8]);
        FloatVector a9 = FloatVector.broadcast(LANES, values[9]);
        FloatVector a10 = FloatVector.broadcast(LANES, values[10]);
        FloatVector a11 = FloatVector.broadcast(LANES, values[11]);
        for (int i = 0; i < rounds; i++) {
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
        values[0] = a0.lane(0);
        values[1] = a1.lane(0);
        values[2] = a2.lane(0);
        values[3] = a3.lane(0);
        values[4] = a4.lane(0);
        values[5] = a5.lane(0);
        values[6] = a6.lane(0);
        values[7] = a7.lane(0);
        values[8] = a8.lane(0);
        values[9] = a9.lane(0);
        values[10] = a10.lane(0);
        values[11] = a11.lane(0);
    }
}
