package io.leat.ops.nn;

import io.leat.kernels.Windows3d;
import io.leat.tensor.InvalidArgumentException;

/**
 * Windows over pixels, all sizes being known. Element {@code k} of window {@code o} is pixel {@code o * stride + k *
 * dilation - before} along each dimension, if there is one.
 */
record Placement(int[] in, int[] window, int[] strides, int[] dilations, int[] before, int[] out) {
    /** Told of an element of a window that is a pixel of the input; all three are numbered in row-major order. */
    interface Visitor {
        void at(int inPixel, int windowElement, int outPixel);
    }

    /** @throws InvalidArgumentException if the product is no int */
    private static int product(int[] sizes) {
        long product = 1;
        for (int size : sizes) {
            product = Windows.size(product * size);
        }
        return (int) product;
    }

    /** Whether all positions, of the padding too, are so small that sums of them are ints. */
    boolean isTame() {
        for (int d = 0; d < in.length; d++) {
            long end = (long) out[d] * strides[d] + (long) window[d] * dilations[d] + before[d] + in[d];
            if (end > Integer.MAX_VALUE / 2) {
                return false;
            }
        }
        return true;
    }

    int inPixels() {
        return product(in);
    }

    int windowElements() {
        return product(window);
    }

    int outPixels() {
        return product(out);
    }

    /** Visits window after window, and the elements of each in row-major order. */
    void forEach(Visitor visitor) {
        int windows = outPixels();
        int elements = windowElements();
        for (int o = 0; o < windows; o++) {
            for (int k = 0; k < elements; k++) {
                int pixel = pixel(o, k);
                if (pixel >= 0) {
                    visitor.at(pixel, k, o);
                }
            }
        }
    }

    /** The pixel of element {@code k} of window {@code o}, or -1 when it lies in the padding. */
    private int pixel(int o, int k) {
        int pixel = 0;
        int factor = 1;
        int restO = o;
        int restK = k;
        for (int d = in.length - 1; d >= 0; d--) {
            long at = (long) restO % out[d] * strides[d] + (long) restK % window[d] * dilations[d] - before[d];
            if (at < 0 || at >= in[d]) {
                return -1;
            }
            pixel += (int) at * factor;
            factor *= in[d];
            restO /= out[d];
            restK /= window[d];
        }
        return pixel;
    }

    /** The form that the kernels' loops over {@code batch} volumes take, for three dimensions. */
    Windows3d volumes(int batch) {
        return new Windows3d(batch, in, window, strides, dilations, before, out);
    }
}
