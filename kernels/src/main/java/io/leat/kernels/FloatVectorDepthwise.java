package io.leat.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The inner loops of depthwise convolutions: channels are lanes, their number a multiple of the vectors' length. */
final class FloatVectorDepthwise {
    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
    private static final int WIDTH = LANES.length();

    private FloatVectorDepthwise() {}

    /**
     * {@code out[outAt + u * outStep + c] (+)= Σ x[at + u * step + taps[t] + c] * weights[t * channels + c]} for four
     * pixels u and {@code c < outChannels}.
     *
     * @param channels a multiple of the vectors' length, {@code outChannels} rounded up
     */
    static void fourPixels(
            float[] x,
            int at,
            int step,
            int[] taps,
            int tapCount,
            float[] weights,
            int channels,
            boolean accumulate,
            float[] out,
            int outAt,
            int outStep,
            int outChannels) {
        for (int c = 0; c < channels; c += WIDTH) {
            FloatVector s0 = FloatVector.zero(LANES);
            FloatVector s1 = FloatVector.zero(LANES);
            FloatVector s2 = FloatVector.zero(LANES);
            FloatVector s3 = FloatVector.zero(LANES);
            for (int t = 0; t < tapCount; t++) {
                FloatVector w = FloatVector.fromArray(LANES, weights, t * channels + c);
                int from = at + taps[t] + c;
                s0 = w.fma(FloatVector.fromArray(LANES, x, from), s0);
                s1 = w.fma(FloatVector.fromArray(LANES, x, from + step), s1);
                s2 = w.fma(FloatVector.fromArray(LANES, x, from + 2 * step), s2);
                s3 = w.fma(FloatVector.fromArray(LANES, x, from + 3 * step), s3);
            }
            put(s0, accumulate, out, outAt, c, outChannels);
            put(s1, accumulate, out, outAt + outStep, c, outChannels);
            put(s2, accumulate, out, outAt + 2 * outStep, c, outChannels);
            put(s3, accumulate, out, outAt + 3 * outStep, c, outChannels);
        }
    }

    /** As {@link #fourPixels}, for one pixel. */
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
        for (int c = 0; c < channels; c += WIDTH) {
            FloatVector s = FloatVector.zero(LANES);
            for (int t = 0; t < tapCount; t++) {
                FloatVector w = FloatVector.fromArray(LANES, weights, t * channels + c);
                s = w.fma(FloatVector.fromArray(LANES, x, at + taps[t] + c), s);
            }
            put(s, accumulate, out, outAt, c, outChannels);
        }
    }

    private static void put(FloatVector sum, boolean accumulate, float[] out, int at, int c, int channels) {
        if (c + WIDTH <= channels) {
            if (accumulate) {
                sum = FloatVector.fromArray(LANES, out, at + c).add(sum);
            }
            sum.intoArray(out, at + c);
        } else {
            var rest = LANES.indexInRange(c, channels);
            if (accumulate) {
                sum = FloatVector.fromArray(LANES, out, at + c, rest).add(sum);
            }
            sum.intoArray(out, at + c, rest);
        }
    }

    /**
     * {@code sums[t * channels + c] += Σ x[at + u * step + taps[t] + c] * y[yAt + u * channels + c]} over the pixels
     * {@code u < pixels}.
     */
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
        for (int c = 0; c < channels; c += WIDTH) {
            int t = 0;
            for (; t + 4 <= tapCount; t += 4) {
                fourTaps(x, at + c, step, pixels, taps, t, y, yAt + c, channels, sums, sumsAt + t * channels + c);
            }
            for (; t < tapCount; t++) {
                oneTap(x, at + c + taps[t], step, pixels, y, yAt + c, channels, sums, sumsAt + t * channels + c);
            }
        }
    }

    private static void fourTaps(
            float[] x,
            int at,
            int step,
            int pixels,
            int[] taps,
            int tap,
            float[] y,
            int yAt,
            int channels,
            float[] sums,
            int to) {
        int x0 = at + taps[tap];
        int x1 = at + taps[tap + 1];
        int x2 = at + taps[tap + 2];
        int x3 = at + taps[tap + 3];
        FloatVector s0 = FloatVector.fromArray(LANES, sums, to);
        FloatVector s1 = FloatVector.fromArray(LANES, sums, to + channels);
        FloatVector s2 = FloatVector.fromArray(LANES, sums, to + 2 * channels);
        FloatVector s3 = FloatVector.fromArray(LANES, sums, to + 3 * channels);
        for (int u = 0; u < pixels; u++) {
            FloatVector v = FloatVector.fromArray(LANES, y, yAt + u * channels);
            s0 = v.fma(FloatVector.fromArray(LANES, x, x0 + u * step), s0);
            s1 = v.fma(FloatVector.fromArray(LANES, x, x1 + u * step), s1);
            s2 = v.fma(FloatVector.fromArray(LANES, x, x2 + u * step), s2);
            s3 = v.fma(FloatVector.fromArray(LANES, x, x3 + u * step), s3);
        }
        s0.intoArray(sums, to);
        s1.intoArray(sums, to + channels);
        s2.intoArray(sums, to + 2 * channels);
        s3.intoArray(sums, to + 3 * channels);
    }

    private static void oneTap(
            float[] x, int at, int step, int pixels, float[] y, int yAt, int channels, float[] sums, int to) {
        FloatVector s = FloatVector.fromArray(LANES, sums, to);
        for (int u = 0; u < pixels; u++) {
            FloatVector v = FloatVector.fromArray(LANES, y, yAt + u * channels);
            s = v.fma(FloatVector.fromArray(LANES, x, at + u * step), s);
        }
        s.intoArray(sums, to);
    }
}
