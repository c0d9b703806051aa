package io.leat.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Rows of floats by index, a vector at a time: unlike calls of the library's copy, the loads of the next rows begin
 * while those of a row that is far away are waited for.
 */
final class VectorGather {
    private static final VectorSpecies<Float> S = Lanes.FLOAT;
    private static final int L = S.length();

    private VectorGather() {}

    /** {@code out[at + i·inner + j] = from[base + indices[position + i]·inner + j]}. */
    static void rows(float[] from, int base, int inner, int[] indices, int position, int count, float[] out, int at) {
        int full = inner - inner % L;
        for (int i = 0; i < count; i++) {
            int row = base + indices[position + i] * inner;
            int to = at + i * inner;
            for (int j = 0; j < full; j += L) {
                FloatVector.fromArray(S, from, row + j).intoArray(out, to + j);
            }
            for (int j = full; j < inner; j++) {
                out[to + j] = from[row + j];
            }
        }
    }
}
