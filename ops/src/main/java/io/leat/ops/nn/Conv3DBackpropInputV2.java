package io.leat.ops.nn;

import io.leat.graph.OpSpec;

/** The gradient of the input of {@code Conv3D}, of shape {@code input_sizes}. */
@OpSpec("Conv3DBackpropInputV2(input_sizes: Tshape, filter: T, out_backprop: T) -> (output: T); T: {half, "
        + "bfloat16, float, double}; strides: list(int) >= 5; padding: {'SAME', 'VALID'}; data_format: "
        + "{'NDHWC', 'NCDHW'} = 'NDHWC'; dilations: list(int) = [1, 1, 1, 1, 1]; Tshape: {int32, int64} = "
        + "DT_INT32")
public final class Conv3DBackpropInputV2 extends ConvInputGradient {
    @Override
    ConvKind kind() {
        return ConvKind.CONV_3D;
    }
}
