package io.leat.ops.nn;

import io.leat.graph.OpSpec;

/** The gradient of {@code MaxPool}: that of each maximum goes to the first element of its window that has it. */
@OpSpec("MaxPoolGrad(orig_input: T, orig_output: T, grad: T) -> (output: T); ksize: list(int) >= 4; strides: "
        + "list(int) >= 4; padding: {'SAME', 'VALID', 'EXPLICIT'}; explicit_paddings: list(int) = []; "
        + "data_format: {'NHWC', 'NCHW'} = 'NHWC'; T: realnumbertype = DT_FLOAT")
public final class MaxPoolGrad extends MaxPoolingGradient {
    @Override
    String gradientOp() {
        return "MaxPoolGradGrad";
    }
}
