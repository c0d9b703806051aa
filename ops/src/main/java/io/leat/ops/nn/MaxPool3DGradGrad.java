package io.leat.ops.nn;

import io.leat.graph.OpSpec;

/** The gradient of {@code MaxPool3DGrad} for its gradient input. */
@OpSpec("MaxPool3DGradGrad(orig_input: T, orig_output: T, grad: T) -> (output: T); ksize: list(int) >= 5; "
        + "strides: list(int) >= 5; padding: {'SAME', 'VALID'}; data_format: {'NDHWC', 'NCDHW'} = 'NDHWC'; T: "
        + "realnumbertype")
public final class MaxPool3DGradGrad extends MaxPoolingSecondGradient {
    @Override
    int spatial() {
        return 3;
    }

    @Override
    String gradientOp() {
        return "MaxPool3DGrad";
    }
}
