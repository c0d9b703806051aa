package io.leat.ops.nn;

import io.leat.graph.OpSpec;

/** The gradient of {@code AvgPool} for an input of shape {@code orig_input_shape}. */
@OpSpec("AvgPoolGrad(orig_input_shape: int32, grad: T) -> (output: T); ksize: list(int) >= 4; strides: "
        + "list(int) >= 4; padding: {'SAME', 'VALID'}; data_format: {'NHWC', 'NCHW'} = 'NHWC'; T: {half, "
        + "bfloat16, float, double}")
public final class AvgPoolGrad extends AveragePoolingGradient {
    @Override
    String forwardOp() {
        return "AvgPool";
    }
}
