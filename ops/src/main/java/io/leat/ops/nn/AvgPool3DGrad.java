package io.leat.ops.nn;

import io.leat.graph.OpSpec;

/** The gradient of {@code AvgPool3D} for an input of shape {@code orig_input_shape}. */
@OpSpec("AvgPool3DGrad(orig_input_shape: int32, grad: T) -> (output: T); ksize: list(int) >= 5; strides: "
        + "list(int) >= 5; padding: {'SAME', 'VALID'}; data_format: {'NDHWC', 'NCDHW'} = 'NDHWC'; T: {half, "
        + "bfloat16, float, double}")
public final class AvgPool3DGrad extends AveragePoolingGradient {
    @Override
    int spatial() {
        return 3;
    }

    @Override
    String forwardOp() {
        return "AvgPool3D";
    }
}
