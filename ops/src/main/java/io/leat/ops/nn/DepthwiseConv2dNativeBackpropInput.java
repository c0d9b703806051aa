package io.leat.ops.nn;

import io.leat.graph.OpSpec;

/** The gradient of the input of {@code DepthwiseConv2dNative}, of shape {@code input_sizes}. */
@OpSpec("DepthwiseConv2dNativeBackpropInput(input_sizes: int32, filter: T, out_backprop: T) -> (output: T); "
        + "T: {half, bfloat16, float, double}; strides: list(int); padding: {'SAME', 'VALID', 'EXPLICIT'}; "
        + "explicit_paddings: list(int) = []; data_format: {'NHWC', 'NCHW'} = 'NHWC'; dilations: list(int) = "
        + "[1, 1, 1, 1]")
public final class DepthwiseConv2dNativeBackpropInput extends ConvInputGradient {
    @Override
    ConvKind kind() {
        return ConvKind.DEPTHWISE;
    }
}
