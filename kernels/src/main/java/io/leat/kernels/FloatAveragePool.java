package io.leat.kernels;

import java.util.Arrays;

/** The means of windows over the pixels that exist: padding is not counted. */
final class FloatAveragePool {
    private FloatAveragePool() {}

    static void forward(float[] in, int inOffset, float[] out, int outOffset, PoolShape s, Parallel parallel) {
        Ranges.run(s.outRows(), s.rowsPerPart(), parallel, (first, n) -> {
            for (int row = first; row < first + n; row++) {
                int image = inOffset + row / s.outH() * s.inImage();
                int r = row % s.outH();
                for (int x = 0, at = outOffset + row * s.outRow(); x < s.outW(); x++, at += s.channels()) {
                    window(in, image, r, x, out, at, s);
                }
            }
        });
    }

    /** Sums a window's pixels in their order. */
    private static void window(float[] in, int image, int r, int x, float[] out, int at, PoolShape s) {
        int n = s.channels();
        int pixels = s.endW(x) - s.firstW(x);
        Arrays.fill(out, at, at + n, 0);
        for (int h = s.firstH(r); h < s.endH(r); h++) {
            int i = image + h * s.inRow() + s.firstW(x) * n;
            int end = i + pixels * n;
            for (; i + 3 * n < end; i += 4 * n) {
                add(in, i, i + n, i + 2 * n, i + 3 * n, out, at, n);
            }
            for (; i < end; i += n) {
                add(in, i, out, at, n);
            }
        }
        float count = (s.endH(r) - s.firstH(r)) * pixels;
        for (int c = at; c < at + n; c++) {
            out[c] /= count;
        }
    }

    private static void add(float[] in, int from, float[] out, int to, int n) {
        for (int i = 0; i < n; i++) {
            out[to + i] += in[from + i];
        }
    }

    private static void add(float[] in, int a, int b, int c, int d, float[] out, int to, int n) {
        for (int i = 0; i < n; i++) {
            out[to + i] = out[to + i] + in[a + i] + in[b + i] + in[c + i] + in[d + i];
        }
    }

    /** {@code inGrad} needs no filling. Each of its rows gathers from the windows that cover it, in their order. */
    static void gradient(
            float[] grad, int gradOffset, float[] inGrad, int inGradOffset, PoolShape s, Parallel parallel) {
        int rows = s.rowsPerPart();
        Ranges.run(s.batch() * s.inH(), rows, parallel, (first, n) -> {
            for (int row = first; row < first + n; row++) {
                int to = inGradOffset + row * s.inRow();
                Arrays.fill(inGrad, to, to + s.inRow(), 0);
                int h = row % s.inH();
                int end = Math.min((h + s.padTop()) / s.strideH() + 1, s.outH());
                int start = Math.max(Math.floorDiv(h + s.padTop() - s.windowH(), s.strideH()) + 1, 0);
                for (int r = start; r < end; r++) {
                    spread(grad, gradOffset + (row / s.inH() * s.outH() + r) * s.outRow(), r, inGrad, to, s);
                }
            }
        });
    }

    /** Adds its share of each window of output row {@code r} to the pixels of one input row. */
    private static void spread(float[] grad, int from, int r, float[] inGrad, int to, PoolShape s) {
        int n = s.channels();
        int height = s.endH(r) - s.firstH(r);
        for (int x = 0, at = from; x < s.outW(); x++, at += n) {
            int w = s.firstW(x);
            int end = s.endW(x);
            float count = height * (end - w);
            float share = 1 / count;
            for (; w < end; w++) {
                int pixel = to + w * n;
                for (int c = 0; c < n; c++) {
                    inGrad[pixel + c] += grad[at + c] * share;
                }
            }
        }
    }
}
