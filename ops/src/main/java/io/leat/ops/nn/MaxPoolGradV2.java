package io.leat.ops.nn;

import io.leat.graph.OpSpec;

/** The gradient of {@code MaxPoolV2}: that of each maximum goes to the first element of its window that has it. */
@OpSpec("MaxPoolGradV2(orig_input: T, orig_output: T, grad: T, ksize: int32, strides: int32) -> (output: T); "
        + "padding: {'SAME', 'VALID'}; data_format: {'NHWC', 'NCHW'} = 'NHWC'; T: realnumbertype = DT_FLOAT")
public final class MaxPoolGradV2 extends MaxPoolingGradient {
    @Override
    int sizesInput() {
        return 3;
    }

    @Override
    String gradientOp() {
        return "MaxPoolGradGradV2";
    }
}
