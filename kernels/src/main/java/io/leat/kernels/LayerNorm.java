package io.leat.kernels;

/** Normalisation of every row of {@code [rows, columns]} by its own mean and variance. */
public final class LayerNorm {

    private LayerNorm() {}

    /**
     * {@code y = (x - mean) / √(variance + epsilon)·scale + offset}, with the mean and the mean squared deviation of the
     * row; scale and offset have {@code columns} elements. y may be x.
     */
    public static void forward(
            Parallel parallel,
            float[] x,
            int xo,
            float[] scale,
            int so,
            float[] offset,
            int oo,
            float epsilon,
            float[] y,
            int yo,
            int rows,
            int columns) {
        Softmax.rows(parallel, rows, columns, r -> {
            int source = xo + r * columns;
            int target = yo + r * columns;
            float mean = (float) (FloatRanges.sum(x, source, columns) / columns);
            for (int j = 0; j < columns; j++) {
                y[target + j] = x[source + j] - mean;
            }
            double variance = FloatRanges.sumOfSquares(y, target, columns) / columns;
            float factor = (float) (1 / Math.sqrt(variance + epsilon));
            for (int j = 0; j < columns; j++) {
                y[target + j] = Math.fma(y[target + j] * factor, scale[so + j], offset[oo + j]);
            }
        });
    }
}
