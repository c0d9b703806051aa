package io.leat.ops.nn;

import io.leat.graph.OpSpec;

/** The gradient of the filter of {@code DepthwiseConv2dNative}, of shape {@code filter_sizes}. */
@OpSpec("DepthwiseConv2dNativeBackpropFilter(input: T, filter_sizes: int32, out_backprop: T) -> (output: T); "
        + "T: {half, bfloat16, float, double}; strides: list(int); padding: {'SAME', 'VALID', 'EXPLICIT'}; "
        + "explicit_paddings: list(int) = []; data_format: {'NHWC', 'NCHW'} = 'NHWC'; dilations: list(int) = "
        + "[1, 1, 1, 1]")
public final class DepthwiseConv2dNativeBackpropFilter extends ConvFilterGradient {
    @Override
    ConvKind kind() {
        return ConvKind.DEPTHWISE;
    }
}
