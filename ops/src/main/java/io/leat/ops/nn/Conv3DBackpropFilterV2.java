package io.leat.ops.nn;

import io.leat.graph.OpSpec;

/** The gradient of the filter of {@code Conv3D}, of shape {@code filter_sizes}. */
@OpSpec("Conv3DBackpropFilterV2(input: T, filter_sizes: int32, out_backprop: T) -> (output: T); T: {half, "
        + "bfloat16, float, double}; strides: list(int) >= 5; padding: {'SAME', 'VALID'}; data_format: "
        + "{'NDHWC', 'NCDHW'} = 'NDHWC'; dilations: list(int) = [1, 1, 1, 1, 1]")
public final class Conv3DBackpropFilterV2 extends ConvFilterGradient {
    @Override
    ConvKind kind() {
        return ConvKind.CONV_3D;
    }
}
