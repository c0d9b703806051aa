package io.leat.ops.nn;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/**
 * The maxima of windows of images [batch, height, width, channels] (or NCHW), which padding does not enter into; or, with a
 * window of single pixels, of neighbouring channels. NaNs are passed over.
 */
@OpSpec("MaxPool(input: T) -> (output: T); T: {half, bfloat16, float, double, int32, int64, uint8, int16, "
        + "int8, uint16, qint8} = DT_FLOAT; ksize: list(int) >= 4; strides: list(int) >= 4; padding: {'SAME', "
        + "'VALID', 'EXPLICIT'}; explicit_paddings: list(int) = []; data_format: {'NHWC', 'NCHW', "
        + "'NCHW_VECT_C'} = 'NHWC'")
public final class MaxPool extends MaxPooling {
    /**
     * Maxima of windows.
     *
     * @param ksize the sizes of the windows in all four dimensions
     * @param strides from one window to the next in all four dimensions
     * @param padding SAME or VALID
     */
    @Endpoint("nn.maxPool")
    public static Output of(Ops tf, Operand input, long[] ksize, long[] strides, String padding) {
        return of(tf, input, ksize, strides, padding, "NHWC");
    }

    /** Maxima of windows, with a data format: NHWC or NCHW. */
    @Endpoint("nn.maxPool")
    public static Output of(Ops tf, Operand input, long[] ksize, long[] strides, String padding, String dataFormat) {
        return tf.op("MaxPool")
                .input(input)
                .attr("ksize", ksize)
                .attr("strides", strides)
                .attr("padding", padding)
                .attr("data_format", dataFormat)
                .add()
                .output(0);
    }

    /** Maxima of square windows of images [batch, height, width, channels]. */
    @Endpoint("nn.maxPool")
    public static Output of(Ops tf, Operand input, long size, long stride, String padding) {
        return of(tf, input, new long[] {1, size, size, 1}, new long[] {1, stride, stride, 1}, padding);
    }

    @Override
    String gradientOp() {
        return "MaxPoolGrad";
    }
}
