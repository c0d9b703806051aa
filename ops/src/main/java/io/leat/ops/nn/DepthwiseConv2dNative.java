package io.leat.ops.nn;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/**
 * Two-dimensional convolution of each channel with its own filters: {@code output[b, y, x, c * multiplier + m] = sum(input[b,
 * y', x', c] * filter[i, j, c, m])}. Input [batch, height, width, channels] (or NCHW), filter [height, width, channels,
 * multiplier].
 */
@OpSpec("DepthwiseConv2dNative(input: T, filter: T) -> (output: T); T: {half, bfloat16, float, double}; "
        + "strides: list(int); padding: {'SAME', 'VALID', 'EXPLICIT'}; explicit_paddings: list(int) = []; "
        + "data_format: {'NHWC', 'NCHW'} = 'NHWC'; dilations: list(int) = [1, 1, 1, 1]")
public final class DepthwiseConv2dNative extends ConvForward {
    /** With strides for all four dimensions; {@code padding} is SAME or VALID. */
    @Endpoint("nn.depthwiseConv2d")
    public static Output of(Ops tf, Operand input, Operand filter, long[] strides, String padding) {
        return tf.op("DepthwiseConv2dNative")
                .input(input)
                .input(filter)
                .attr("strides", strides)
                .attr("padding", padding)
                .add()
                .output(0);
    }

    @Override
    ConvKind kind() {
        return ConvKind.DEPTHWISE;
    }
}
