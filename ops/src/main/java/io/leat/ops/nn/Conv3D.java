package io.leat.ops.nn;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/**
 * Three-dimensional convolution, as {@code Conv2D} with one more spatial dimension. Input [batch, depth, height, width,
 * channels] (or NCDHW), filter [depth, height, width, channels, outputs].
 */
@OpSpec("Conv3D(input: T, filter: T) -> (output: T); T: {half, bfloat16, float, double}; strides: list(int) "
        + ">= 5; padding: {'SAME', 'VALID'}; data_format: {'NDHWC', 'NCDHW'} = 'NDHWC'; dilations: list(int) = "
        + "[1, 1, 1, 1, 1]")
public final class Conv3D extends ConvForward {
    /** With strides for all five dimensions; {@code padding} is SAME or VALID. */
    @Endpoint("nn.conv3d")
    public static Output of(Ops tf, Operand input, Operand filter, long[] strides, String padding) {
        return tf.op("Conv3D")
                .input(input)
                .input(filter)
                .attr("strides", strides)
                .attr("padding", padding)
                .add()
                .output(0);
    }

    @Override
    ConvKind kind() {
        return ConvKind.CONV_3D;
    }
}
