package io.leat.ops.nn;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** The means of windows of images [batch, height, width, channels] (or NCHW); padding is not counted. */
@OpSpec("AvgPool(value: T) -> (output: T); ksize: list(int) >= 4; strides: list(int) >= 4; padding: {'SAME', "
        + "'VALID'}; data_format: {'NHWC', 'NCHW'} = 'NHWC'; T: {half, bfloat16, float, double}")
public final class AvgPool extends AveragePooling {
    /**
     * Means of windows.
     *
     * @param ksize the sizes of the windows in all four dimensions
     * @param strides from one window to the next in all four dimensions
     * @param padding SAME or VALID
     */
    @Endpoint("nn.avgPool")
    public static Output of(Ops tf, Operand value, long[] ksize, long[] strides, String padding) {
        return of(tf, value, ksize, strides, padding, "NHWC");
    }

    /** Means of windows, with a data format: NHWC or NCHW. */
    @Endpoint("nn.avgPool")
    public static Output of(Ops tf, Operand value, long[] ksize, long[] strides, String padding, String dataFormat) {
        return tf.op("AvgPool")
                .input(value)
                .attr("ksize", ksize)
                .attr("strides", strides)
                .attr("padding", padding)
                .attr("data_format", dataFormat)
                .add()
                .output(0);
    }

    /** Means of square windows of images [batch, height, width, channels]. */
    @Endpoint("nn.avgPool")
    public static Output of(Ops tf, Operand value, long size, long stride, String padding) {
        return of(tf, value, new long[] {1, size, size, 1}, new long[] {1, stride, stride, 1}, padding);
    }

    @Override
    String gradientOp() {
        return "AvgPoolGrad";
    }
}
