package io.leat.kernels;

/** The scalar form of {@link FloatVectorDots}: sums lane by lane in the same order, and so the same bits. */
final class FloatScalarDots {
    /** Those of the vectors; without vectors enough for independent sums. */
    private static final int LANES = VectorSupport.AVAILABLE ? FloatRight.NARROW : 8;

    private FloatScalarDots() {}

    /** The dot products, of length k, of a vector in x with two in y: {@code sums[to]} and {@code sums[to + 1]}. */
    static void two(int k, float[] x, int x0, float[] y, int y0, int y1, float[] sums, int to) {
        float[] s = new float[LANES];
        float[] t = new float[LANES];
        int p = 0;
        for (; p + LANES <= k; p += LANES) {
            for (int i = 0; i < LANES; i++) {
                float u = x[x0 + p + i];
                s[i] = Math.fma(u, y[y0 + p + i], s[i]);
                t[i] = Math.fma(u, y[y1 + p + i], t[i]);
            }
        }
        for (int i = 0; p + i < k; i++) {
            float u = x[x0 + p + i];
            s[i] = Math.fma(u, y[y0 + p + i], s[i]);
            t[i] = Math.fma(u, y[y1 + p + i], t[i]);
        }
        sums[to] = sum(s);
        sums[to + 1] = sum(t);
    }

    private static float sum(float[] lanes) {
        for (int half = LANES / 2; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                lanes[i] += lanes[i + half];
            }
        }
        return lanes[0];
    }
}
