package io.leat.kernels;

import java.util.Arrays;

/**
 * The inner loops of depthwise convolutions, in a form that the compiler vectorises by itself: each pixel and each tap
 * has an array of its own, so that all arrays of a loop have the same index. The sums have the order of
 * {@link FloatVectorDepthwise}, hence the same bits.
 */
final class FloatScalarDepthwise {
    private FloatScalarDepthwise() {}

    /** Copies a part of an image, pixel by pixel: pixel x of row r becomes array {@code r * width + x}. */
    static float[][] pixels(
            FloatChannels channels, FloatImages images, int image, int y, int rows, int x, int width, Scratch work) {
        float[][] out = work.floatRows(Scratch.LEFT, rows * width, channels.channels());
        for (int r = 0; r < rows; r++) {
            for (int u = 0; u < width; u++) {
                channels.copyRow(images, image, y + r, x + u, 1, out[r * width + u], 0);
            }
        }
        return out;
    }

    /** {@code sums[c] = Σ x[at + taps[t]][c] * weights[t][c]}. */
    static void sum(float[][] x, int at, int[] taps, int tapCount, float[][] weights, int channels, float[] sums) {
        Arrays.fill(sums, 0, channels, 0f);
        int t = 0;
        for (; t + 3 <= tapCount; t += 3) {
            float[] x0 = x[at + taps[t]];
            float[] x1 = x[at + taps[t + 1]];
            float[] x2 = x[at + taps[t + 2]];
            three(channels, x0, weights[t], x1, weights[t + 1], x2, weights[t + 2], sums);
        }
        for (; t < tapCount; t++) {
            one(channels, x[at + taps[t]], weights[t], sums);
        }
    }

    private static void three(
            int n, float[] x0, float[] w0, float[] x1, float[] w1, float[] x2, float[] w2, float[] sums) {
        for (int c = 0; c < n; c++) {
            sums[c] = Math.fma(w2[c], x2[c], Math.fma(w1[c], x1[c], Math.fma(w0[c], x0[c], sums[c])));
        }
    }

    private static void one(int n, float[] x, float[] w, float[] sums) {
        for (int c = 0; c < n; c++) {
            sums[c] = Math.fma(w[c], x[c], sums[c]);
        }
    }

    /** {@code sums[t][c] += x[at + taps[t]][c] * y[c]}. */
    static void addTaps(float[][] x, int at, int[] taps, int tapCount, float[] y, int channels, float[][] sums) {
        for (int t = 0; t < tapCount; t++) {
            one(channels, x[at + taps[t]], y, sums[t]);
        }
    }
}
