package io.leat.kernels;

/**
 * Elementwise passes over {@code rows} adjoining rows of {@code n} floats with parameters per column. The vector forms
 * ({@link VectorRowMaps}) do the same operations and give the same bits.
 */
final class RowMaps {

    private static final int ROWS = 5;

    private static final VectorForm AFFINE =
            new VectorForm((x, y, z, n) -> VectorRowMaps.affine(x, 1, y, 2, x, y, 1, z, 3, ROWS, n / ROWS));
    private static final VectorForm CENTERED =
            new VectorForm((x, y, z, n) -> VectorRowMaps.centered(x, 1, y, 2, x, 3, x, y, x, z, 3, ROWS, n / ROWS));

    private RowMaps() {}

    /** {@code y = (x - mean)·factor + offset}. */
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
        if (AFFINE.ready((long) rows * n)) {
            VectorRowMaps.affine(x, xo, mean, mo, factor, offset, oo, y, yo, rows, n);
        } else {
            scalarAffine(x, xo, mean, mo, factor, offset, oo, y, yo, rows, n, 0);
        }
    }

    /** {@code d = (g - center - (x - mean)·slope)·factor}. */
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
        if (CENTERED.ready((long) rows * n)) {
            VectorRowMaps.centered(g, go, x, xo, mean, mo, center, slope, factor, d, to, rows, n);
        } else {
            scalarCentered(g, go, x, xo, mean, mo, center, slope, factor, d, to, rows, n, 0);
        }
    }

    /** From column {@code first} on. */
    static void scalarAffine(
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
            int n,
            int first) {
        for (int r = 0; r < rows; r++) {
            int row = r * n;
            for (int j = first; j < n; j++) {
                y[yo + row + j] = Math.fma(x[xo + row + j] - mean[mo + j], factor[j], offset[oo + j]);
            }
        }
    }

    /** From column {@code first} on. */
    static void scalarCentered(
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
            int n,
            int first) {
        for (int r = 0; r < rows; r++) {
            int row = r * n;
            for (int j = first; j < n; j++) {
                float deviation = x[xo + row + j] - mean[mo + j];
                d[to + row + j] = Math.fma(deviation, -slope[j], g[go + row + j] - center[j]) * factor[j];
            }
        }
    }
}
