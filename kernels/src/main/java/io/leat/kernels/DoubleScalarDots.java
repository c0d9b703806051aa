// Generated from FloatScalarDots.java by TwinsTest: change that file.
package io.leat.kernels;

/** The scalar form of {@link DoubleVectorDots}: sums lane by lane in the same order, and so the same bits. */
final class DoubleScalarDots {
    /** Those of the vectors; without vectors enough for independent sums. */
    private static final int LANES = VectorSupport.AVAILABLE ? DoubleRight.NARROW : 8;

    private DoubleScalarDots() {}

    /** The dot products, of length k, of a vector in x with two in y: {@code sums[to]} and {@code sums[to + 1]}. */
    static void two(int k, double[] x, int x0, double[] y, int y0, int y1, double[] sums, int to) {
        double[] s = new double[LANES];
        double[] t = new double[LANES];
        int p = 0;
        for (; p + LANES <= k; p += LANES) {
            for (int i = 0; i < LANES; i++) {
                double u = x[x0 + p + i];
                s[i] = Math.fma(u, y[y0 + p + i], s[i]);
                t[i] = Math.fma(u, y[y1 + p + i], t[i]);
            }
        }
        for (int i = 0; p + i < k; i++) {
            double u = x[x0 + p + i];
            s[i] = Math.fma(u, y[y0 + p + i], s[i]);
            t[i] = Math.fma(u, y[y1 + p + i], t[i]);
        }
        sums[to] = sum(s);
        sums[to + 1] = sum(t);
    }

    private static double sum(double[] lanes) {
        for (int half = LANES / 2; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                lanes[i] += lanes[i + half];
            }
        }
        return lanes[0];
    }
}
