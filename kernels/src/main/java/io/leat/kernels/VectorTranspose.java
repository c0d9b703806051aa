package io.leat.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** Transposes blocks of floats, eight by eight in registers. */
final class VectorTranspose {

    private static final VectorSpecies<Float> S = FloatVector.SPECIES_256;
    private static final int L = 8;

    /** Of two vectors, per half: the first and the second elements, paired; then the third and the fourth. */
    private static final VectorShuffle<Float> PAIRS_LOW = VectorShuffle.fromValues(S, 0, 8, 1, 9, 4, 12, 5, 13);

    private static final VectorShuffle<Float> PAIRS_HIGH = VectorShuffle.fromValues(S, 2, 10, 3, 11, 6, 14, 7, 15);

    /** Of two vectors, per half: the first pairs; then the second pairs. */
    private static final VectorShuffle<Float> QUADS_LOW = VectorShuffle.fromValues(S, 0, 1, 8, 9, 4, 5, 12, 13);

    private static final VectorShuffle<Float> QUADS_HIGH = VectorShuffle.fromValues(S, 2, 3, 10, 11, 6, 7, 14, 15);

    /** Of two vectors: the first halves; then the second halves. */
    private static final VectorShuffle<Float> HALVES_LOW = VectorShuffle.fromValues(S, 0, 1, 2, 3, 8, 9, 10, 11);

    private static final VectorShuffle<Float> HALVES_HIGH = VectorShuffle.fromValues(S, 4, 5, 6, 7, 12, 13, 14, 15);

    private VectorTranspose() {}

    /** As {@link Moves#block}. */
    static void block(float[] x, int from, int fromStep, float[] y, int to, int toStep, int rows, int columns) {
        int rows8 = rows - rows % L;
        int columns8 = columns - columns % L;
        for (int j = 0; j < columns8; j += L) {
            for (int i = 0; i < rows8; i += L) {
                eight(x, from + i * fromStep + j, fromStep, y, to + j * toStep + i, toStep);
            }
        }
        for (int j = 0; j < columns; j++) {
            for (int i = j < columns8 ? rows8 : 0; i < rows; i++) {
                y[to + j * toStep + i] = x[from + i * fromStep + j];
            }
        }
    }

    private static void eight(float[] x, int from, int fromStep, float[] y, int to, int toStep) {
        FloatVector a0 = FloatVector.fromArray(S, x, from);
        FloatVector a1 = FloatVector.fromArray(S, x, from + fromStep);
        FloatVector a2 = FloatVector.fromArray(S, x, from + 2 * fromStep);
        FloatVector a3 = FloatVector.fromArray(S, x, from + 3 * fromStep);
        FloatVector a4 = FloatVector.fromArray(S, x, from + 4 * fromStep);
        FloatVector a5 = FloatVector.fromArray(S, x, from + 5 * fromStep);
        FloatVector a6 = FloatVector.fromArray(S, x, from + 6 * fromStep);
        FloatVector a7 = FloatVector.fromArray(S, x, from + 7 * fromStep);
        FloatVector b0 = a0.rearrange(PAIRS_LOW, a1);
        FloatVector b1 = a0.rearrange(PAIRS_HIGH, a1);
        FloatVector b2 = a2.rearrange(PAIRS_LOW, a3);
        FloatVector b3 = a2.rearrange(PAIRS_HIGH, a3);
        FloatVector b4 = a4.rearrange(PAIRS_LOW, a5);
        FloatVector b5 = a4.rearrange(PAIRS_HIGH, a5);
        FloatVector b6 = a6.rearrange(PAIRS_LOW, a7);
        FloatVector b7 = a6.rearrange(PAIRS_HIGH, a7);
        a0 = b0.rearrange(QUADS_LOW, b2);
        a1 = b0.rearrange(QUADS_HIGH, b2);
        a2 = b1.rearrange(QUADS_LOW, b3);
        a3 = b1.rearrange(QUADS_HIGH, b3);
        a4 = b4.rearrange(QUADS_LOW, b6);
        a5 = b4.rearrange(QUADS_HIGH, b6);
        a6 = b5.rearrange(QUADS_LOW, b7);
        a7 = b5.rearrange(QUADS_HIGH, b7);
        a0.rearrange(HALVES_LOW, a4).intoArray(y, to);
        a1.rearrange(HALVES_LOW, a5).intoArray(y, to + toStep);
        a2.rearrange(HALVES_LOW, a6).intoArray(y, to + 2 * toStep);
        a3.rearrange(HALVES_LOW, a7).intoArray(y, to + 3 * toStep);
        a0.rearrange(HALVES_HIGH, a4).intoArray(y, to + 4 * toStep);
        a1.rearrange(HALVES_HIGH, a5).intoArray(y, to + 5 * toStep);
        a2.rearrange(HALVES_HIGH, a6).intoArray(y, to + 6 * toStep);
        a3.rearrange(HALVES_HIGH, a7).intoArray(y, to + 7 * toStep);
    }
}
