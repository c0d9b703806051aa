package io.leat.bench.onnx;

import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;

/** From TensorFlow's layouts, channels last, to ONNX's, channels first. */
final class ImageLayout {
    private ImageLayout() {}

    /** The dimensions of NHWC as NCHW. */
    static long[] channelsFirst(long[] nhwc) {
        return new long[] {nhwc[0], nhwc[3], nhwc[1], nhwc[2]};
    }

    /** NHWC to NCHW. */
    static Tensor channelsFirst(Tensor nhwc) {
        return permute(nhwc, 0, 3, 1, 2);
    }

    /** The filters of a convolution, HWIO to OIHW. */
    static Tensor filters(Tensor hwio) {
        return permute(hwio, 3, 2, 0, 1);
    }

    /** The filters of a depthwise convolution, HWIM to (IM)1HW. */
    static Tensor depthwiseFilters(Tensor hwim) {
        long[] d = hwim.shape().dims();
        return permute(hwim, 2, 3, 0, 1).reshape(Shape.of(d[2] * d[3], 1, d[0], d[1]));
    }

    /**
     * The pads of padding SAME, which puts the odd one behind.
     *
     * @param in the size of the input along the axis
     * @return before and behind
     */
    static long[] same(long in, long kernel, long stride) {
        long out = (in + stride - 1) / stride;
        long total = Math.max(0, (out - 1) * stride + kernel - in);
        return new long[] {total / 2, total - total / 2};
    }

    /** Output axis {@code i} is input axis {@code axes[i]}. */
    private static Tensor permute(Tensor t, int... axes) {
        long[] dims = t.shape().dims();
        long[] strides = t.shape().strides();
        float[] x = t.toFloatArray();
        float[] y = new float[x.length];
        long[] d = new long[4];
        long[] s = new long[4];
        for (int i = 0; i < 4; i++) {
            d[i] = dims[axes[i]];
            s[i] = strides[axes[i]];
        }
        int at = 0;
        for (long a = 0; a < d[0]; a++) {
            for (long b = 0; b < d[1]; b++) {
                for (long c = 0; c < d[2]; c++) {
                    for (long e = 0; e < d[3]; e++) {
                        y[at++] = x[(int) (a * s[0] + b * s[1] + c * s[2] + e * s[3])];
                    }
                }
            }
        }
        return Tensor.of(Shape.of(d), y);
    }
}
