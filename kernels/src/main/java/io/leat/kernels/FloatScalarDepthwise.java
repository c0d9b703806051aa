package io.leat.kernels;

/** The inner loops of depthwise convolutions: see {@link FloatVectorDepthwise}, whose bits these have. */
final class FloatScalarDepthwise {
    private FloatScalarDepthwise() {}

    static void onePixel(
            float[] x,
            int at,
            int[] taps,
            int tapCount,
            float[] weights,
            int channels,
            boolean accumulate,
            float[] out,
            int outAt,
            int outChannels) {
        for (int c = 0; c < outChannels; c++) {
            float sum = 0f;
            for (int t = 0; t < tapCount; t++) {
                sum = Math.fma(weights[t * channels + c], x[at + taps[t] + c], sum);
            }
            out[outAt + c] = accumulate ? out[outAt + c] + sum : sum;
        }
    }

    static void addTaps(
            float[] x,
            int at,
            int step,
            int pixels,
            int[] taps,
            int tapCount,
            float[] y,
            int yAt,
            int channels,
            float[] sums,
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
