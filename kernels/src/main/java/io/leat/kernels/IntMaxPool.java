// Generated from FloatMaxPool.java by TypedFormsTest: change that file.
package io.leat.kernels;

import java.util.Arrays;

/**
 * The largest elements of windows.
 *
 * <p>A window's maximum starts at the least finite number, and NaNs are passed over: so windows that hold nothing greater
 * give the least finite number. Which element is the largest, for indices and gradients, is decided otherwise: it is the
 * first one that no later one exceeds, and a NaN at the window's first place stays. Both as TensorFlow.
 */
final class IntMaxPool {
    private static final int LEAST = Integer.MIN_VALUE;

    private IntMaxPool() {}

    static void forward(int[] in, int inOffset, int[] out, int outOffset, PoolShape s, Parallel parallel) {
        Ranges.run(s.outRows(), s.rowsPerPart(), parallel, (first, n) -> {
            int[] column = new int[s.inRow()];
            for (int row = first; row < first + n; row++) {
                int image = inOffset + row / s.outH() * s.inImage();
                int r = row % s.outH();
                int at = outOffset + row * s.outRow();
                Arrays.fill(out, at, at + s.outRow(), LEAST);
                if (s.windowH() == 1) {
                    across(in, image + s.firstH(r) * s.inRow(), out, at, s);
                } else {
                    int top = image + s.firstH(r) * s.inRow();
                    Arrays.fill(column, LEAST);
                    IntSpans.max(in, top, s.endH(r) - s.firstH(r), s.inRow(), s.inRow(), column, 0);
                    across(column, 0, out, at, s);
                }
            }
        });
    }

    /** Reduces the columns of each window, in a row of pixels that begins at {@code in[from]}. */
    private static void across(int[] in, int from, int[] out, int at, PoolShape s) {
        int n = s.channels();
        int start = s.firstInner();
        int end = s.endInner();
        if (start < end) {
            int left = from + s.firstW(start) * n;
            IntSpans.max(in, left, s.windowW(), n, (end - start) * n, out, at + start * n);
        }
        for (int x = 0; x < s.outW(); x++) {
            if (x == start) {
                x = end;
            }
            if (x < s.outW()) {
                int pixels = s.endW(x) - s.firstW(x);
                max(in, from + s.firstW(x) * n, pixels, n, out, at + x * n);
            }
        }
    }

    /** One window's pixels of {@code n} channels. */
    private static void max(int[] in, int from, int pixels, int n, int[] out, int to) {
        if (n < 8) {
            IntSpans.scalarMax(in, from, pixels, n, n, out, to);
        } else {
            IntSpans.max(in, from, pixels, n, n, out, to);
        }
    }

    /** Also gives where each maximum stands; {@code image} is added to positions within their image. */
    static void withArgmax(
            int[] in,
            int inOffset,
            int[] out,
            int outOffset,
            long[] argmax,
            int argmaxOffset,
            boolean includeBatch,
            PoolShape s,
            Parallel parallel) {
        Ranges.run(s.outRows(), s.rowsPerPart(), parallel, (first, n) -> {
            for (int row = first; row < first + n; row++) {
                int image = row / s.outH() * s.inImage();
                int at = row * s.outRow();
                for (int x = 0; x < s.outW(); x++) {
                    for (int c = 0; c < s.channels(); c++, at++) {
                        int i = position(in, inOffset + image + c, row % s.outH(), x, s) - inOffset;
                        out[outOffset + at] = in[inOffset + i];
                        argmax[argmaxOffset + at] = includeBatch ? i : i - image;
                    }
                }
            }
        });
    }

    /** Index in {@code in} of the window's largest element, of the channel at which {@code image} points. */
    private static int position(int[] in, int image, int r, int x, PoolShape s) {
        int n = s.channels();
        int width = (s.endW(x) - s.firstW(x)) * n;
        int best = image + (s.firstH(r) * s.inW() + s.firstW(x)) * n;
        int largest = in[best];
        int start = best;
        for (int h = s.firstH(r); h < s.endH(r); h++, start += s.inRow()) {
            for (int i = start; i < start + width; i += n) {
                if (in[i] > largest) {
                    largest = in[i];
                    best = i;
                }
            }
        }
        return best;
    }

    /** {@code inGrad} comes filled with zeros. */
    static void gradient(
            int[] in,
            int inOffset,
            int[] grad,
            int gradOffset,
            int[] inGrad,
            int inGradOffset,
            PoolShape s,
            Parallel parallel) {
        int shift = inGradOffset - inOffset;
        PoolParts.run(s, parallel, (b, firstRow, endRow, firstChannel, endChannel) -> {
            int[] starts = new int[s.windowH() * s.windowW()];
            int image = inOffset + b * s.inImage() + firstChannel;
            int channels = endChannel - firstChannel;
            for (int r = firstRow; r < endRow; r++) {
                int at = gradOffset + (b * s.outH() + r) * s.outRow() + firstChannel;
                for (int x = 0; x < s.outW(); x++, at += s.channels()) {
                    int count = s.pixels(r, x, image, starts);
                    IntSpans.addToLargest(in, starts, count, channels, grad, at, inGrad, shift);
                }
            }
        });
    }

    /** Takes, for each output, the element of {@code inGradGrad} at the first input that equals the maximum, or 0. */
    static void gradientOfGradient(
            int[] in,
            int inOffset,
            int[] maxima,
            int maximaOffset,
            int[] inGradGrad,
            int inGradGradOffset,
            int[] out,
            int outOffset,
            PoolShape s,
            Parallel parallel) {
        int shift = inGradGradOffset - inOffset;
        Ranges.run(s.outRows(), s.rowsPerPart(), parallel, (first, n) -> {
            for (int row = first; row < first + n; row++) {
                int image = inOffset + row / s.outH() * s.inImage();
                int at = row * s.outRow();
                for (int x = 0; x < s.outW(); x++) {
                    for (int c = 0; c < s.channels(); c++, at++) {
                        int i = equal(in, image + c, maxima[maximaOffset + at], row % s.outH(), x, s);
                        out[outOffset + at] = i < 0 ? 0 : inGradGrad[shift + i];
                    }
                }
            }
        });
    }

    /** Index in {@code in} of the window's first element equal to {@code value}, or -1. */
    private static int equal(int[] in, int image, int value, int r, int x, PoolShape s) {
        for (int h = s.firstH(r); h < s.endH(r); h++) {
            int start = image + h * s.inRow();
            for (int w = s.firstW(x); w < s.endW(x); w++) {
                if (in[start + w * s.channels()] == value) {
                    return start + w * s.channels();
                }
            }
        }
        return -1;
    }
}
