package io.leat.kernels;

/**
 * Folds {@code rows} rows of {@code n} floats, {@code stride} apart, into the row {@code lane} (from {@code lo} on), one
 * after the other. The vector forms ({@link VectorColumns}) keep that order and give the same bits.
 */
final class FloatColumns {

    private static final int ROWS = 5;

    private static final VectorForm SUM =
            new VectorForm((x, y, z, n) -> VectorColumns.sum(x, 1, ROWS, n / ROWS, n / ROWS, z, 1));
    private static final VectorForm SUM_OF_SQUARES =
            new VectorForm((x, y, z, n) -> VectorColumns.sumOfSquares(x, 1, ROWS, n / ROWS, n / ROWS, z, 1));
    private static final VectorForm SUM_OF_DEVIATIONS =
            new VectorForm((x, y, z, n) -> VectorColumns.sumOfDeviations(x, 1, ROWS, n / ROWS, n / ROWS, y, 2, z, 1));
    private static final VectorForm SUM_OF_PRODUCTS = new VectorForm(
            (x, y, z, n) -> VectorColumns.sumOfProducts(x, 1, y, 2, ROWS, n / ROWS, n / ROWS, x, 3, z, 1));
    private static final VectorForm MAX =
            new VectorForm((x, y, z, n) -> VectorColumns.max(x, 1, ROWS, n / ROWS, n / ROWS, z, 1));
    private static final VectorForm MIN =
            new VectorForm((x, y, z, n) -> VectorColumns.min(x, 1, ROWS, n / ROWS, n / ROWS, z, 1));

    private FloatColumns() {}

    /** {@code lane[j] += x[r, j]}. */
    static void sum(float[] x, int o, int rows, int stride, int n, float[] lane, int lo) {
        if (SUM.ready((long) rows * n)) {
            VectorColumns.sum(x, o, rows, stride, n, lane, lo);
        } else {
            scalarSum(x, o, rows, stride, n, lane, lo);
        }
    }

    /** {@code lane[j] += x[r, j]²}. */
    static void sumOfSquares(float[] x, int o, int rows, int stride, int n, float[] lane, int lo) {
        if (SUM_OF_SQUARES.ready((long) rows * n)) {
            VectorColumns.sumOfSquares(x, o, rows, stride, n, lane, lo);
        } else {
            scalarSumOfSquares(x, o, rows, stride, n, lane, lo);
        }
    }

    /** {@code lane[j] += (x[r, j] - mean[j])²}. */
    static void sumOfDeviations(
            float[] x, int o, int rows, int stride, int n, float[] mean, int mo, float[] lane, int lo) {
        if (SUM_OF_DEVIATIONS.ready((long) rows * n)) {
            VectorColumns.sumOfDeviations(x, o, rows, stride, n, mean, mo, lane, lo);
        } else {
            scalarSumOfDeviations(x, o, rows, stride, n, mean, mo, lane, lo);
        }
    }

    /** {@code lane[j] += g[r, j]·(x[r, j] - mean[j])}; g has x's layout and stands at {@code go}. */
    static void sumOfProducts(
            float[] g,
            int go,
            float[] x,
            int o,
            int rows,
            int stride,
            int n,
            float[] mean,
            int mo,
            float[] lane,
            int lo) {
        if (SUM_OF_PRODUCTS.ready((long) rows * n)) {
            VectorColumns.sumOfProducts(g, go, x, o, rows, stride, n, mean, mo, lane, lo);
        } else {
            scalarSumOfProducts(g, go, x, o, rows, stride, n, mean, mo, lane, lo);
        }
    }

    /** {@code lane[j] = max(lane[j], x[r, j])}. */
    static void max(float[] x, int o, int rows, int stride, int n, float[] lane, int lo) {
        if (MAX.ready((long) rows * n)) {
            VectorColumns.max(x, o, rows, stride, n, lane, lo);
        } else {
            scalarMax(x, o, rows, stride, n, lane, lo);
        }
    }

    /** {@code lane[j] = min(lane[j], x[r, j])}. */
    static void min(float[] x, int o, int rows, int stride, int n, float[] lane, int lo) {
        if (MIN.ready((long) rows * n)) {
            VectorColumns.min(x, o, rows, stride, n, lane, lo);
        } else {
            scalarMin(x, o, rows, stride, n, lane, lo);
        }
    }

    /** {@code lane[j] *= x[r, j]}. */
    static void product(float[] x, int o, int rows, int stride, int n, double[] lane, int lo) {
        for (int r = 0; r < rows; r++) {
            int row = o + r * stride;
            for (int j = 0; j < n; j++) {
                lane[lo + j] *= x[row + j];
            }
        }
    }

    static void scalarSum(float[] x, int o, int rows, int stride, int n, float[] lane, int lo) {
        for (int r = 0; r < rows; r++) {
            int row = o + r * stride;
            for (int j = 0; j < n; j++) {
                lane[lo + j] += x[row + j];
            }
        }
    }

    static void scalarSumOfSquares(float[] x, int o, int rows, int stride, int n, float[] lane, int lo) {
        for (int r = 0; r < rows; r++) {
            int row = o + r * stride;
            for (int j = 0; j < n; j++) {
                lane[lo + j] = Math.fma(x[row + j], x[row + j], lane[lo + j]);
            }
        }
    }

    static void scalarSumOfDeviations(
            float[] x, int o, int rows, int stride, int n, float[] mean, int mo, float[] lane, int lo) {
        for (int r = 0; r < rows; r++) {
            int row = o + r * stride;
            for (int j = 0; j < n; j++) {
                float d = x[row + j] - mean[mo + j];
                lane[lo + j] = Math.fma(d, d, lane[lo + j]);
            }
        }
    }

    static void scalarSumOfProducts(
            float[] g,
            int go,
            float[] x,
            int o,
            int rows,
            int stride,
            int n,
            float[] mean,
            int mo,
            float[] lane,
            int lo) {
        for (int r = 0; r < rows; r++) {
            int gradient = go + r * stride;
            int row = o + r * stride;
            for (int j = 0; j < n; j++) {
                lane[lo + j] = Math.fma(g[gradient + j], x[row + j] - mean[mo + j], lane[lo + j]);
            }
        }
    }

    static void scalarMax(float[] x, int o, int rows, int stride, int n, float[] lane, int lo) {
        for (int r = 0; r < rows; r++) {
            int row = o + r * stride;
            for (int j = 0; j < n; j++) {
                lane[lo + j] = Math.max(lane[lo + j], x[row + j]);
            }
        }
    }

    static void scalarMin(float[] x, int o, int rows, int stride, int n, float[] lane, int lo) {
        for (int r = 0; r < rows; r++) {
            int row = o + r * stride;
            for (int j = 0; j < n; j++) {
                lane[lo + j] = Math.min(lane[lo + j], x[row + j]);
            }
        }
    }
}
