package io.leat.ops.nn;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** The gradient of the input of {@code Conv2D}, of shape {@code input_sizes}: also called transposed convolution. */
@OpSpec("Conv2DBackpropInput(input_sizes: int32, filter: T, out_backprop: T) -> (output: T); T: {half, "
        + "bfloat16, float, double, int32}; strides: list(int); use_cudnn_on_gpu: bool = true; padding: "
        + "{'SAME', 'VALID', 'EXPLICIT'}; explicit_paddings: list(int) = []; data_format: {'NHWC', 'NCHW'} = "
        + "'NHWC'; dilations: list(int) = [1, 1, 1, 1]")
public final class Conv2DBackpropInput extends ConvInputGradient {
    /**
     * Transposed convolution, the gradient of {@code Conv2D} seen as an op of its own.
     *
     * @param filter [height, width, output channels, input channels]
     * @param outputShape an int32 vector
     * @param strides of all four dimensions
     * @param padding SAME or VALID
     */
    @Endpoint("nn.conv2dTranspose")
    public static Output of(
            Ops tf, Operand input, Operand filter, Operand outputShape, long[] strides, String padding) {
        return tf.op("Conv2DBackpropInput")
                .input(outputShape)
                .input(filter)
                .input(input)
                .attr("strides", strides)
                .attr("padding", padding)
                .add()
                .output(0);
    }

    @Override
    ConvKind kind() {
        return ConvKind.CONV_2D;
    }
}
