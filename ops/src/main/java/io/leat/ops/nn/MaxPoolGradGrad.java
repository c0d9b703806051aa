package io.leat.ops.nn;

import io.leat.graph.OpSpec;

/** The gradient of {@code MaxPoolGrad} for its gradient input. */
@OpSpec("MaxPoolGradGrad(orig_input: T, orig_output: T, grad: T) -> (output: T); ksize: list(int) >= 4; "
        + "strides: list(int) >= 4; padding: {'SAME', 'VALID'}; data_format: {'NHWC', 'NCHW'} = 'NHWC'; T: "
        + "realnumbertype")
public final class MaxPoolGradGrad extends MaxPoolingSecondGradient {
    @Override
    String gradientOp() {
        return "MaxPoolGrad";
    }
}
