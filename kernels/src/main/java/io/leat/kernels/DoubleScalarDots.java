// Generated from FloatScalarDots.java by TwinsTest: change that file.
package io.leat.kernels;

/** Dot products, four at a time, each summed in two interleaved halves. */
final class DoubleScalarDots {
    private DoubleScalarDots() {}

    /** The dot products, of length k, of one vector in x with four in y: {@code sums[to + column]}. */
    static void oneByFour(
            int k, double[] x, int x0, double[] y, int y0, int y1, int y2, int y3, double[] sums, int to) {
        double s0 = 0d;
        double s1 = 0d;
        double s2 = 0d;
        double s3 = 0d;
        double t0 = 0d;
        double t1 = 0d;
        double t2 = 0d;
        double t3 = 0d;
        int p = 0;
        for (; p + 2 <= k; p += 2) {
            double u = x[x0 + p];
            double v = x[x0 + p + 1];
            s0 = Math.fma(u, y[y0 + p], s0);
            s1 = Math.fma(u, y[y1 + p], s1);
            s2 = Math.fma(u, y[y2 + p], s2);
            s3 = Math.fma(u, y[y3 + p], s3);
            t0 = Math.fma(v, y[y0 + p + 1], t0);
            t1 = Math.fma(v, y[y1 + p + 1], t1);
            t2 = Math.fma(v, y[y2 + p + 1], t2);
            t3 = Math.fma(v, y[y3 + p + 1], t3);
        }
        if (p < k) {
            double u = x[x0 + p];
            s0 = Math.fma(u, y[y0 + p], s0);
            s1 = Math.fma(u, y[y1 + p], s1);
            s2 = Math.fma(u, y[y2 + p], s2);
            s3 = Math.fma(u, y[y3 + p], s3);
        }
        sums[to] = s0 + t0;
        sums[to + 1] = s1 + t1;
        sums[to + 2] = s2 + t2;
        sums[to + 3] = s3 + t3;
    }
}
