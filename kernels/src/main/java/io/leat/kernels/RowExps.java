package io.leat.kernels;

/**
 * {@code exp(x - max)} over some rows, with every row's greatest element and sum of exponentials. Narrow rows are taken
 * together by the exponential, and each on its own by plain loops.
 */
final class RowExps {

    private static final int BLOCK = 1024;
    private static final int NARROW = 32;

    final float[] max;
    final double[] sum;

    /** For {@code rows} rows of {@code n} elements of x; the exponentials go to y, which may be x. */
    RowExps(float[] x, int xo, float[] y, int yo, int rows, int n) {
        max = new float[rows];
        sum = new double[rows];
        if (n > NARROW) {
            for (int r = 0; r < rows; r++) {
                max[r] = FloatRanges.max(x, xo + r * n, n);
                for (int from = r * n, end = from + n; from < end; from += FloatRanges.BLOCK) {
                    int block = Math.min(end - from, FloatRanges.BLOCK);
                    exp(x, xo + from, max[r], y, yo + from, block);
                    sum[r] += FloatRanges.sum(y, yo + from, block);
                }
            }
            return;
        }
        for (int r = 0; r < rows; r++) {
            int row = xo + r * n;
            float m = FloatRanges.scalarMax(x, row, n);
            for (int j = 0; j < n; j++) {
                y[yo + r * n + j] = x[row + j] - m;
            }
            max[r] = m;
        }
        exp(y, yo, 0f, y, yo, rows * n);
        for (int r = 0; r < rows; r++) {
            double s = 0;
            for (int j = yo + r * n; j < yo + (r + 1) * n; j++) {
                s += y[j];
            }
            sum[r] = s;
        }
    }

    private static void exp(float[] x, int xo, float shift, float[] y, int yo, int n) {
        if (FloatElementary.EXP.ready(n)) {
            VectorElementary.expShifted(x, xo, shift, y, yo, n);
            return;
        }
        for (int j = 0; j < n; j++) {
            y[yo + j] = FloatMath.exp(x[xo + j] - shift);
        }
    }

    /** Calls {@code body} for blocks of rows of a size that suits this class. */
    static void blocks(Parallel parallel, int rows, int columns, Reduction.Body body) {
        int block = Math.max(1, BLOCK / Math.max(1, columns));
        Reduction.split(
                parallel,
                Reduction.ceilDiv(rows, block),
                Math.max(1, 8 * BLOCK / Math.max(1, columns) / block),
                (a, b) -> {
                    for (int k = a; k < b; k++) {
                        body.run(k * block, Math.min(rows, (k + 1) * block));
                    }
                });
    }
}
