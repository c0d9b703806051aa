// Generated from FloatScalarDepthwise.java by TwinsTest: change that file.
package io.leat.kernels;

/** The inner loops of depthwise convolutions: see {@link DoubleVectorDepthwise}, whose bits these have. */
final class DoubleScalarDepthwise {
    private DoubleScalarDepthwise() {}

    static void onePixel(
            double[] x,
            int at,
            int[] taps,
            int tapCount,
            double[] weights,
            int channels,
            boolean accumulate,
            double[] out,
            int outAt,
            int outChannels) {
        for (int c = 0; c < outChannels; c++) {
            double sum = 0d;
            for (int t = 0; t < tapCount; t++) {
                sum = Math.fma(weights[t * channels + c], x[at + taps[t] + c], sum);
            }
            out[outAt + c] = accumulate ? out[outAt + c] + sum : sum;
        }
    }

    static void addTaps(
            double[] x,
            int at,
            int step,
            int pixels,
            int[] taps,
            int tapCount,
            double[] y,
            int yAt,
            int channels,
            double[] sums,
            int sumsAt) {
        for (int t = 0; t < tapCount; t++) {
            for (int u = 0; u < pixels; u++) {
                int from = at + u * step + taps[t];
                int by = yAt + u * channels;
                int to = sumsAt + t * channels;
                for (int c = 0; c < channels; c++) {
                    sums[to + c] = Math.fma(y[by + c], x[from + c], sums[to + c]);
                }
            }
        }
    }
}
