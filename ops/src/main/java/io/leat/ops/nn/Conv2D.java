package io.leat.ops.nn;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/**
 * Two-dimensional convolution: {@code output[b, y, x, o] = sum(input[b, y * stride + i * dilation - padding, x * stride + j *
 * dilation - padding, c] * filter[i, j, c, o])}. Input [batch, height, width, channels] (or NCHW), filter [height, width,
 * channels / groups, outputs]; the number of groups follows from the channels.
 */
@OpSpec("Conv2D(input: T, filter: T) -> (output: T); T: {half, bfloat16, float, double, int32}; strides: "
        + "list(int); use_cudnn_on_gpu: bool = true; padding: {'SAME', 'VALID', 'EXPLICIT'}; "
        + "explicit_paddings: list(int) = []; data_format: {'NHWC', 'NCHW'} = 'NHWC'; dilations: list(int) = "
        + "[1, 1, 1, 1]")
public final class Conv2D extends ConvForward {
    /** With the same stride for height and width; {@code padding} is SAME or VALID. */
    @Endpoint("nn.conv2d")
    public static Output of(Ops tf, Operand input, Operand filter, long stride, String padding) {
        return of(tf, input, filter, new long[] {1, stride, stride, 1}, padding);
    }

    /** With strides for all four dimensions; {@code padding} is SAME or VALID. */
    @Endpoint("nn.conv2d")
    public static Output of(Ops tf, Operand input, Operand filter, long[] strides, String padding) {
        return of(tf, input, filter, strides, padding, new long[] {1, 1, 1, 1}, "NHWC");
    }

    /** With strides and dilations for all four dimensions and a data format, NHWC or NCHW. */
    @Endpoint("nn.conv2d")
    public static Output of(
            Ops tf,
            Operand input,
            Operand filter,
            long[] strides,
            String padding,
            long[] dilations,
            String dataFormat) {
        return tf.op("Conv2D")
                .input(input)
                .input(filter)
                .attr("strides", strides)
                .attr("padding", padding)
                .attr("dilations", dilations)
                .attr("data_format", dataFormat)
                .add()
                .output(0);
    }

    @Override
    ConvKind kind() {
        return ConvKind.CONV_2D;
    }
}
