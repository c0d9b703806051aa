package io.leat.kernels;

/**
 * Softmax and its kin over the columns of {@code [rows, columns]}. The greatest element of a row is subtracted first:
 * nothing overflows. A row with a NaN or +∞, and one with nothing above −∞, gives NaN. The result may stand where the
 * argument stands.
 */
public final class Softmax {

    private Softmax() {}

    /** {@code y = exp(x) / Σ exp(x)}. */
    public static void softmax(Parallel parallel, float[] x, int xo, float[] y, int yo, int rows, int columns) {
        RowExps.blocks(parallel, rows, columns, (from, to) -> {
            int target = yo + from * columns;
            RowExps exps = new RowExps(x, xo + from * columns, y, target, to - from, columns);
            for (int r = from; r < to; r++) {
                float factor = (float) (1 / exps.sum[r - from]);
                for (int j = yo + r * columns; j < yo + (r + 1) * columns; j++) {
                    y[j] *= factor;
                }
            }
        });
    }

    /** {@code y = exp(x) / Σ exp(x)}. */
    public static void softmax(Parallel parallel, double[] x, int xo, double[] y, int yo, int rows, int columns) {
        rows(parallel, rows, columns, r -> {
            double sum = expShifted(x, xo + r * columns, y, yo + r * columns, columns);
            for (int j = yo + r * columns; j < yo + (r + 1) * columns; j++) {
                y[j] /= sum;
            }
        });
    }

    /** {@code y = x - log Σ exp(x)}. */
    public static void logSoftmax(Parallel parallel, float[] x, int xo, float[] y, int yo, int rows, int columns) {
        RowExps.blocks(parallel, rows, columns, (from, to) -> {
            float[] buffer = new float[(to - from) * columns];
            RowExps exps = new RowExps(x, xo + from * columns, buffer, 0, to - from, columns);
            for (int r = from; r < to; r++) {
                float max = exps.max[r - from];
                float log = (float) Math.log(exps.sum[r - from]);
                for (int j = 0; j < columns; j++) {
                    y[yo + r * columns + j] = (x[xo + r * columns + j] - max) - log;
                }
            }
        });
    }

    /** {@code y = x - log Σ exp(x)}. */
    public static void logSoftmax(Parallel parallel, double[] x, int xo, double[] y, int yo, int rows, int columns) {
        rows(parallel, rows, columns, r -> {
            int o = xo + r * columns;
            double max = max(x, o, columns);
            double log = Math.log(expShifted(x, o, new double[columns], 0, columns));
            for (int j = 0; j < columns; j++) {
                y[yo + r * columns + j] = (x[o + j] - max) - log;
            }
        });
    }

    /** {@code y[r] = log Σ exp(x[r])}: an infinity when that is a row's greatest element; −∞ of no columns. */
    public static void logSumExp(Parallel parallel, float[] x, int xo, float[] y, int yo, int rows, int columns) {
        RowExps.blocks(parallel, rows, columns, (from, to) -> {
            float[] buffer = new float[(to - from) * columns];
            RowExps exps = new RowExps(x, xo + from * columns, buffer, 0, to - from, columns);
            for (int r = from; r < to; r++) {
                float max = exps.max[r - from];
                y[yo + r] = Float.isInfinite(max) ? max : (float) (max + Math.log(exps.sum[r - from]));
            }
        });
    }

    /** {@code y[r] = log Σ exp(x[r])}: an infinity when that is a row's greatest element; −∞ of no columns. */
    public static void logSumExp(Parallel parallel, double[] x, int xo, double[] y, int yo, int rows, int columns) {
        rows(parallel, rows, columns, r -> {
            int o = xo + r * columns;
            double max = max(x, o, columns);
            boolean infinite = Double.isInfinite(max);
            y[yo + r] = infinite ? max : max + Math.log(expShifted(x, o, new double[columns], 0, columns));
        });
    }

    /** Writes {@code exp(x - max)} and returns the sum; y may be x. */
    static double expShifted(double[] x, int xo, double[] y, int yo, int n) {
        double max = max(x, xo, n);
        for (int j = 0; j < n; j++) {
            y[yo + j] = Math.exp(x[xo + j] - max);
        }
        return DoubleReduction.value(Reduce.Kind.SUM, y, yo, n);
    }

    static double max(double[] x, int xo, int n) {
        return DoubleReduction.value(Reduce.Kind.MAX, x, xo, n);
    }

    /** Calls {@code row} for every row, several to a part. */
    static void rows(Parallel parallel, int rows, int columns, Parallel.Part row) {
        int step = Math.max(1, (1 << 13) / Math.max(1, columns));
        Reduction.split(parallel, rows, step, (from, to) -> {
            for (int r = from; r < to; r++) {
                row.run(r);
            }
        });
    }
}
