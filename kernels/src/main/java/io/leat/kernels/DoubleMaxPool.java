// Generated from FloatMaxPool.java by TypedFormsTest: change that file.
package io.leat.kernels;

/**
 * The largest elements of windows.
 *
 * <p>A window's maximum starts at the least finite number, and NaNs are passed over: so windows that hold nothing greater
 * give the least finite number. Which element is the largest, for indices and gradients, is decided otherwise: it is the
 * first one that no later one exceeds, and a NaN at the window's first place stays. Both as TensorFlow.
 */
final class DoubleMaxPool {
    private DoubleMaxPool() {}

    static void forward(double[] in, int inOffset, double[] out, int outOffset, PoolShape s, Parallel parallel) {
        Ranges.run(s.outRows(), s.rowsPerPart(), parallel, (first, n) -> {
            double[] column = new double[s.windowH() > 1 ? s.inRow() : 0];
            for (int row = first; row < first + n; row++) {
                int image = inOffset + row / s.outH() * s.inImage();
                row(in, image, out, outOffset + row * s.outRow(), row % s.outH(), column, s);
            }
        });
    }

    /** Rows first: {@code column} takes the maxima of the columns of the window rows, then those are reduced. */
    private static void row(double[] in, int image, double[] out, int at, int r, double[] column, PoolShape s) {
        int h = s.firstH(r);
        int end = s.endH(r);
        if (end - h == 1) {
            across(in, image + h * s.inRow(), out, at, s);
        } else {
            int n = s.inRow();
            int top = image + h * n;
            larger(in, top, in, top + n, column, 0, n);
            for (h += 2; h < end; h++) {
                larger(column, 0, in, image + h * n, column, 0, n);
            }
            across(column, 0, out, at, s);
        }
        repair(in, image, out, at, r, s); // reals only
    }

    /** Reduces the columns of each window, in a row of pixels that begins at {@code in[from]}. */
    private static void across(double[] in, int from, double[] out, int at, PoolShape s) {
        int n = s.channels();
        for (int x = 0, to = at; x < s.outW(); x++, to += n) {
            int w = s.firstW(x);
            int end = s.endW(x);
            if (end - w == 1) {
                System.arraycopy(in, from + w * n, out, to, n);
            } else if (n < 8) {
                few(in, from + w * n, from + end * n, out, to, n);
            } else {
                larger(in, from + w * n, in, from + (w + 1) * n, out, to, n);
                for (w += 2; w < end; w++) {
                    larger(out, to, in, from + w * n, out, to, n);
                }
            }
        }
    }

    /** The maxima of {@code n} channels over the pixels of {@code in[from … end)}. */
    private static void few(double[] in, int from, int end, double[] out, int to, int n) {
        for (int c = 0; c < n; c++) {
            double largest = in[from + c];
            for (int i = from + n + c; i < end; i += n) {
                largest = Math.max(largest, in[i]);
            }
            out[to + c] = largest;
        }
    }

    private static void larger(double[] a, int aFrom, double[] b, int bFrom, double[] out, int to, int n) {
        for (int i = 0; i < n; i++) {
            out[to + i] = Math.max(a[aFrom + i], b[bFrom + i]);
        }
    }

    // reals only: begin
    /** Computes anew what is no finite number, since {@link Math#max} keeps NaNs and no least number was put in. */
    private static void repair(double[] in, int image, double[] out, int at, int r, PoolShape s) {
        double sum0 = 0;
        double sum1 = 0;
        int end = at + s.outRow();
        int i = at;
        for (; i + 1 < end; i += 2) {
            sum0 += out[i] * 0;
            sum1 += out[i + 1] * 0;
        }
        if (i < end) {
            sum0 += out[i] * 0;
        }
        if (sum0 + sum1 == 0) {
            return;
        }
        for (i = at; i < end; i++) {
            if (!Double.isFinite(out[i])) {
                int pixel = (i - at) / s.channels();
                out[i] = maximum(in, image + (i - at) % s.channels(), r, pixel, s);
            }
        }
    }

    /** The meaning of a maximum, of the channel at which {@code image} points. */
    private static double maximum(double[] in, int image, int r, int x, PoolShape s) {
        double largest = -Double.MAX_VALUE;
        for (int h = s.firstH(r); h < s.endH(r); h++) {
            for (int w = s.firstW(x); w < s.endW(x); w++) {
                double value = in[image + (h * s.inW() + w) * s.channels()];
                if (value > largest) {
                    largest = value;
                }
            }
        }
        return largest;
    }
    // reals only: end

    /** Also gives where each maximum stands; {@code image} is added to positions within their image. */
    static void withArgmax(
            double[] in,
            int inOffset,
            double[] out,
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
    private static int position(double[] in, int image, int r, int x, PoolShape s) {
        int n = s.channels();
        int width = (s.endW(x) - s.firstW(x)) * n;
        int best = image + (s.firstH(r) * s.inW() + s.firstW(x)) * n;
        double largest = in[best];
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
            double[] in,
            int inOffset,
            double[] grad,
            int gradOffset,
            double[] inGrad,
            int inGradOffset,
            PoolShape s,
            Parallel parallel) {
        int shift = inGradOffset - inOffset;
        PoolParts.run(s, parallel, (b, firstRow, endRow, firstChannel, endChannel) -> {
            int image = inOffset + b * s.inImage();
            for (int r = firstRow; r < endRow; r++) {
                for (int x = 0; x < s.outW(); x++) {
                    int at = gradOffset + ((b * s.outH() + r) * s.outW() + x) * s.channels();
                    for (int c = firstChannel; c < endChannel; c++) {
                        inGrad[shift + position(in, image + c, r, x, s)] += grad[at + c];
                    }
                }
            }
        });
    }

    /** Takes, for each output, the element of {@code inGradGrad} at the first input that equals the maximum, or 0. */
    static void gradientOfGradient(
            double[] in,
            int inOffset,
            double[] maxima,
            int maximaOffset,
            double[] inGradGrad,
            int inGradGradOffset,
            double[] out,
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
    private static int equal(double[] in, int image, double value, int r, int x, PoolShape s) {
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
