package io.leat.kernels;

/**
 * Gamma random numbers of scale 1 as TensorFlow's {@code RandomGamma} and {@code StatelessRandomGammaV2}: the method of
 * Marsaglia and Tsang, "A simple method for generating gamma variables", ACM TOMS 26 (2000), in double precision.
 *
 * <p>Output {@code [samples, alphas]}; each number has a stretch of {@link GuardedPhilox#BLOCKS_PER_OUTPUT} blocks for
 * itself, in the order alpha by alpha. Does not move {@code start}. Halves are computed as floats by the caller.
 *
 * <p>An {@code alpha} at which the method is not defined, below -2/3 or NaN, gives NaN.
 */
public final class RandomGamma {
    private static final int PART = 1 << 10;

    private RandomGamma() {}

    /** Reads {@code alpha[alphas]} and writes {@code out[samples, alphas]}, both dense from their offsets on. */
    public static void fill(
            Philox start,
            double[] alpha,
            int alphaOffset,
            int alphas,
            int samples,
            double[] out,
            int outOffset,
            Parallel parallel) {
        Ranges.run(alphas * samples, PART, parallel, (first, n) -> {
            for (int i = first; i < first + n; i++) {
                int column = i / samples;
                out[outOffset + i % samples * alphas + column] = draw(start, i, alpha[alphaOffset + column]);
            }
        });
    }

    /** As the form for doubles, rounded to floats. */
    public static void fill(
            Philox start,
            float[] alpha,
            int alphaOffset,
            int alphas,
            int samples,
            float[] out,
            int outOffset,
            Parallel parallel) {
        Ranges.run(alphas * samples, PART, parallel, (first, n) -> {
            for (int i = first; i < first + n; i++) {
                int column = i / samples;
                out[outOffset + i % samples * alphas + column] = (float) draw(start, i, alpha[alphaOffset + column]);
            }
        });
    }

    /** Number {@code index} of the op's outputs. */
    private static double draw(Philox start, int index, double alpha) {
        RandomStretch stretch = new RandomStretch(start, index);
        if (alpha == 1) {
            return -Math.log1p(-stretch.uniform());
        }
        boolean small = alpha < 1;
        double d = alpha + (small ? 2.0 / 3 : -1.0 / 3);
        if (!(d >= 0)) {
            return Double.NaN;
        }
        double c = 1.0 / 3 / Math.sqrt(d);
        while (true) {
            double x = stretch.normal();
            double v = 1 + c * x;
            if (v <= 0) {
                continue;
            }
            v = v * v * v;
            double u = stretch.uniform();
            if (u < 1 - 0.0331 * (x * x) * (x * x) || Math.log(u) < 0.5 * x * x + d * (1 - v + Math.log(v))) {
                return small ? d * v * Math.pow(stretch.uniform(), 1 / alpha) : d * v;
            }
        }
    }
}
