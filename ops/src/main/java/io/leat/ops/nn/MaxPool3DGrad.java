package io.leat.ops.nn;

import io.leat.graph.OpSpec;

/** The gradient of {@code MaxPool3D}: that of each maximum goes to all elements of its window that are equal to it. */
@OpSpec("MaxPool3DGrad(orig_input: TInput, orig_output: TInput, grad: T) -> (output: T); ksize: list(int) >= "
        + "5; strides: list(int) >= 5; padding: {'SAME', 'VALID'}; data_format: {'NDHWC', 'NCDHW'} = 'NDHWC'; "
        + "T: {half, bfloat16, float} = DT_FLOAT; TInput: {half, bfloat16, float} = DT_FLOAT")
public final class MaxPool3DGrad extends MaxPoolingGradient {
    @Override
    int spatial() {
        return 3;
    }

    @Override
    boolean goesToAll() {
        return true;
    }

    @Override
    String gradientOp() {
        return "MaxPool3DGradGrad";
    }
}
