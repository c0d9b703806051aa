// Generated from FloatAveragePool.java by TypedFormsTest: change that file.
package io.leat.kernels;

import java.util.Arrays;

/** The means of windows over the pixels that exist: padding is not counted. */
final class DoubleAveragePool {
    private DoubleAveragePool() {}

    static void forward(double[] in, int inOffset, double[] out, int outOffset, PoolShape s, Parallel parallel) {
        Ranges.run(s.outRows(), s.rowsPerPart(), parallel, (first, n) -> {
            for (int row = first; row < first + n; row++) {
                int image = inOffset + row / s.outH() * s.inImage();
                int at = outOffset + row * s.outRow();
                int r = row % s.outH();
                Arrays.fill(out, at, at + s.outRow(), 0);
                for (int h = s.firstH(r); h < s.endH(r); h++) {
                    sum(in, image + h * s.inRow(), out, at, s);
                }
                divide(out, at, s.endH(r) - s.firstH(r), s);
            }
        });
    }

    /** Adds the pixels of one input row to the windows that they lie in, each window's in their order. */
    private static void sum(double[] in, int from, double[] out, int at, PoolShape s) {
        int n = s.channels();
        int start = s.firstInner();
        int end = s.endInner();
        if (start < end) {
            int left = from + s.firstW(start) * n;
            DoubleSpans.add(in, left, s.windowW(), n, (end - start) * n, out, at + start * n);
        }
        for (int x = 0; x < s.outW(); x++) {
            if (x == start) {
                x = end;
            }
            if (x < s.outW()) {
                int pixels = s.endW(x) - s.firstW(x);
                add(in, from + s.firstW(x) * n, pixels, n, out, at + x * n);
            }
        }
    }

    /** One window's pixels of {@code n} channels. */
    private static void add(double[] in, int from, int pixels, int n, double[] out, int to) {
        if (n < 8) {
            DoubleSpans.scalarAdd(in, from, pixels, n, n, out, to);
        } else {
            DoubleSpans.add(in, from, pixels, n, n, out, to);
        }
    }

    private static void divide(double[] out, int at, int height, PoolShape s) {
        int n = s.channels();
        for (int x = 0; x < s.outW(); ) {
            // Neighbours of equal width together.
            int width = s.endW(x) - s.firstW(x);
            int end = x + 1;
            while (end < s.outW() && s.endW(end) - s.firstW(end) == width) {
                end++;
            }
            double count = height * width;
            for (int i = at + x * n; i < at + end * n; i++) {
                out[i] /= count;
            }
            x = end;
        }
    }

    /** {@code inGrad} needs no filling. Each of its rows gathers from the windows that cover it, in their order. */
    static void gradient(
            double[] grad, int gradOffset, double[] inGrad, int inGradOffset, PoolShape s, Parallel parallel) {
        Ranges.run(s.batch() * s.inH(), s.rowsPerPart(), parallel, (first, n) -> {
            double[] shares = new double[s.outRow()];
            for (int row = first; row < first + n; row++) {
                int to = inGradOffset + row * s.inRow();
                Arrays.fill(inGrad, to, to + s.inRow(), 0);
                int h = row % s.inH();
                int end = Math.min((h + s.padTop()) / s.strideH() + 1, s.outH());
                int start = Math.max(Math.floorDiv(h + s.padTop() - s.windowH(), s.strideH()) + 1, 0);
                for (int r = start; r < end; r++) {
                    shares(grad, gradOffset + (row / s.inH() * s.outH() + r) * s.outRow(), r, shares, s);
                    spread(shares, inGrad, to, s);
                }
            }
        });
    }

    /** What each pixel of a window receives, for output row {@code r} whose gradient begins at {@code grad[from]}. */
    private static void shares(double[] grad, int from, int r, double[] shares, PoolShape s) {
        int n = s.channels();
        int height = s.endH(r) - s.firstH(r);
        for (int x = 0; x < s.outW(); ) {
            int width = s.endW(x) - s.firstW(x);
            int end = x + 1;
            while (end < s.outW() && s.endW(end) - s.firstW(end) == width) {
                end++;
            }
            double count = height * width;
            double share = 1 / count;
            for (int i = x * n; i < end * n; i++) {
                shares[i] = grad[from + i] * share;
            }
            x = end;
        }
    }

    /** Adds the shares of the windows of an output row, in their order, to the pixels of one input row. */
    private static void spread(double[] shares, double[] inGrad, int to, PoolShape s) {
        int n = s.channels();
        if (s.strideW() == 1) {
            for (int k = s.windowW() - 1; k >= 0; k--) {
                int shift = k - s.padLeft();
                int x = Math.max(-shift, 0);
                int end = Math.min(s.inW() - shift, s.outW());
                DoubleSpans.add(shares, x * n, 1, 0, (end - x) * n, inGrad, to + (x + shift) * n);
            }
            return;
        }
        for (int x = 0; x < s.outW(); x++) {
            for (int w = s.firstW(x); w < s.endW(x); w++) {
                add(shares, x * n, 1, n, inGrad, to + w * n);
            }
        }
    }
}
