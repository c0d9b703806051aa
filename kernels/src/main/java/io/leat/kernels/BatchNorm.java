package io.leat.kernels;

/**
 * Batch normalisation of {@code [rows, channels]}, channels last: all other dimensions are merged into rows. Per-channel
 * arrays have {@code channels} elements from their offset on. Statistics are taken in two passes, mean first, and the
 * same bits come out for any number of threads.
 */
public final class BatchNorm {

    private static final int GRAIN = 1 << 14;

    private BatchNorm() {}

    /** A per-channel array and where it starts. */
    public record Channels(float[] array, int offset) {
        float at(int c) {
            return array[offset + c];
        }

        void put(int c, float value) {
            array[offset + c] = value;
        }
    }

    /**
     * {@code y = (x - mean) / √(variance + epsilon)·scale + offset} with the batch's statistics. {@code variance}
     * becomes the mean squared deviation, {@code unbiased} the same times {@code rows / (rows - 1)} for running
     * estimates (of one row, the same). Of no rows, the statistics are NaN. y may be x.
     */
    public static void training(
            Parallel parallel,
            float[] x,
            int xo,
            Channels scale,
            Channels offset,
            float epsilon,
            float[] y,
            int yo,
            Channels mean,
            Channels variance,
            Channels unbiased,
            int rows,
            int channels) {
        double[] sum = ColumnSum.of(
                parallel,
                rows,
                channels,
                (from, column, m, n, lane) -> FloatColumns.sum(x, xo + from, m, channels, n, lane, 0));
        for (int c = 0; c < channels; c++) {
            mean.put(c, (float) (sum[c] / rows));
        }
        double[] squares = ColumnSum.of(
                parallel,
                rows,
                channels,
                (from, column, m, n, lane) -> FloatColumns.sumOfDeviations(
                        x, xo + from, m, channels, n, mean.array, mean.offset + column, lane, 0));
        for (int c = 0; c < channels; c++) {
            variance.put(c, (float) (squares[c] / rows));
            unbiased.put(c, (float) (squares[c] / (rows > 1 ? rows - 1 : rows)));
        }
        inference(parallel, x, xo, scale, offset, mean, variance, epsilon, y, yo, rows, channels);
    }

    /** {@code y = (x - mean) / √(variance + epsilon)·scale + offset} with given statistics. y may be x. */
    public static void inference(
            Parallel parallel,
            float[] x,
            int xo,
            Channels scale,
            Channels offset,
            Channels mean,
            Channels variance,
            float epsilon,
            float[] y,
            int yo,
            int rows,
            int channels) {
        float[] factor = factor(scale, variance, epsilon, channels);
        affine(parallel, x, xo, mean.array, mean.offset, factor, offset.array, offset.offset, y, yo, rows, channels);
    }

    private static void affine(
            Parallel parallel,
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
            int channels) {
        Reduction.split(parallel, rows, Math.max(1, GRAIN / Math.max(1, channels)), (a, b) -> {
            int first = a * channels;
            RowMaps.affine(x, xo + first, mean, mo, factor, offset, oo, y, yo + first, b - a, channels);
        });
    }

    private static float[] factor(Channels scale, Channels variance, float epsilon, int channels) {
        float[] factor = new float[channels];
        for (int c = 0; c < channels; c++) {
            factor[c] = (float) (scale.at(c) / Math.sqrt((double) variance.at(c) + epsilon));
        }
        return factor;
    }

    /**
     * The gradients of {@link #training} for the gradient {@code g} of y, given the batch's mean and biased variance:
     * {@code dOffset = Σ g}, {@code dScale = Σ g·x̂}, {@code dx = scale / √(variance + epsilon)·(g - dOffset / rows -
     * x̂·dScale / rows)}, where {@code x̂ = (x - mean) / √(variance + epsilon)}. dx may be g or x.
     */
    public static void trainingGradient(
            Parallel parallel,
            float[] g,
            int go,
            float[] x,
            int xo,
            Channels scale,
            Channels mean,
            Channels variance,
            float epsilon,
            float[] dx,
            int to,
            Channels dScale,
            Channels dOffset,
            int rows,
            int channels) {
        gradient(true, parallel, g, go, x, xo, scale, mean, variance, epsilon, dx, to, dScale, dOffset, rows, channels);
    }

    /**
     * The gradients of {@link #inference}: {@code dOffset} and {@code dScale} as in {@link #trainingGradient}, {@code dx
     * = scale / √(variance + epsilon)·g}.
     */
    public static void frozenGradient(
            Parallel parallel,
            float[] g,
            int go,
            float[] x,
            int xo,
            Channels scale,
            Channels mean,
            Channels variance,
            float epsilon,
            float[] dx,
            int to,
            Channels dScale,
            Channels dOffset,
            int rows,
            int channels) {
        gradient(
                false, parallel, g, go, x, xo, scale, mean, variance, epsilon, dx, to, dScale, dOffset, rows, channels);
    }

    private static void gradient(
            boolean training,
            Parallel parallel,
            float[] g,
            int go,
            float[] x,
            int xo,
            Channels scale,
            Channels mean,
            Channels variance,
            float epsilon,
            float[] dx,
            int to,
            Channels dScale,
            Channels dOffset,
            int rows,
            int channels) {
        double[] sums = ColumnSum.of(
                parallel,
                rows,
                channels,
                (from, column, m, n, lane) -> FloatColumns.sum(g, go + from, m, channels, n, lane, 0));
        double[] products = ColumnSum.of(
                parallel,
                rows,
                channels,
                (from, column, m, n, lane) -> FloatColumns.sumOfProducts(
                        g, go + from, x, xo + from, m, channels, n, mean.array, mean.offset + column, lane, 0));
        float[] factor = factor(scale, variance, epsilon, channels);
        float[] center = new float[channels];
        float[] slope = new float[channels];
        for (int c = 0; c < channels; c++) {
            double spread = (double) variance.at(c) + epsilon;
            dOffset.put(c, (float) sums[c]);
            dScale.put(c, (float) (products[c] / Math.sqrt(spread)));
            center[c] = (float) (sums[c] / rows);
            slope[c] = (float) (products[c] / spread / rows);
        }
        if (!training) {
            float[] zero = new float[channels];
            affine(parallel, g, go, zero, 0, factor, zero, 0, dx, to, rows, channels);
            return;
        }
        Reduction.split(parallel, rows, Math.max(1, GRAIN / Math.max(1, channels)), (a, b) -> {
            int first = a * channels;
            RowMaps.centered(
                    g,
                    go + first,
                    x,
                    xo + first,
                    mean.array,
                    mean.offset,
                    center,
                    slope,
                    factor,
                    dx,
                    to + first,
                    b - a,
                    channels);
        });
    }
}
