package io.leat.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The vector forms of {@link RowMaps}; the columns past the last full vector take the scalar form. */
final class VectorRowMaps {

    private static final VectorSpecies<Float> S = Lanes.FLOAT;
    private static final int L = S.length();

    private VectorRowMaps() {}

    static void affine(
            float[] x,
            int xo,
            float[] mean,
            int mo,
            float[] factor,
            float[] offset,
            int oo,
            float[] y,
            int yo,
            int rows,
            int n) {
        int full = n - n % L;
        for (int r = 0; r < rows; r++) {
            int row = r * n;
            for (int j = 0; j < full; j += L) {
                FloatVector.fromArray(S, x, xo + row + j)
                        .sub(FloatVector.fromArray(S, mean, mo + j))
                        .fma(FloatVector.fromArray(S, factor, j), FloatVector.fromArray(S, offset, oo + j))
                        .intoArray(y, yo + row + j);
            }
        }
        if (full < n) {
            RowMaps.scalarAffine(x, xo, mean, mo, factor, offset, oo, y, yo, rows, n, full);
        }
    }

    static void centered(
            float[] g,
            int go,
            float[] x,
            int xo,
            float[] mean,
            int mo,
            float[] center,
            float[] slope,
            float[] factor,
            float[] d,
            int to,
            int rows,
            int n) {
        int full = n - n % L;
        for (int r = 0; r < rows; r++) {
            int row = r * n;
            for (int j = 0; j < full; j += L) {
                FloatVector deviation =
                        FloatVector.fromArray(S, x, xo + row + j).sub(FloatVector.fromArray(S, mean, mo + j));
                FloatVector v = FloatVector.fromArray(S, g, go + row + j).sub(FloatVector.fromArray(S, center, j));
                deviation
                        .fma(FloatVector.fromArray(S, slope, j).neg(), v)
                        .mul(FloatVector.fromArray(S, factor, j))
                        .intoArray(d, to + row + j);
            }
        }
        if (full < n) {
            RowMaps.scalarCentered(g, go, x, xo, mean, mo, center, slope, factor, d, to, rows, n, full);
        }
    }
}
