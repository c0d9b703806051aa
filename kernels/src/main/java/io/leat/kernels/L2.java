package io.leat.kernels;

/** Half the sum of squares, as TensorFlow's L2Loss has it. */
public final class L2 {

    private L2() {}

    /** {@code ½ Σ x²} over {@code n} elements; accumulated as in {@link Reduce}. */
    public static float halfSumOfSquares(Parallel parallel, float[] x, int xo, int n) {
        float[] sum = new float[1];
        Reduce.reduce(Reduce.Kind.SUM_OF_SQUARES, parallel, x, xo, sum, 0, 1, n, 1);
        return sum[0] / 2;
    }

    /** {@code ½ Σ x²} over {@code n} elements. */
    public static double halfSumOfSquares(Parallel parallel, double[] x, int xo, int n) {
        double[] sum = new double[1];
        Reduce.reduce(Reduce.Kind.SUM_OF_SQUARES, parallel, x, xo, sum, 0, 1, n, 1);
        return sum[0] / 2;
    }
}
