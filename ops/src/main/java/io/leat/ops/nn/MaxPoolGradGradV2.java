package io.leat.ops.nn;

import io.leat.graph.OpSpec;

/** The gradient of {@code MaxPoolGradV2} for its gradient input. */
@OpSpec("MaxPoolGradGradV2(orig_input: T, orig_output: T, grad: T, ksize: int32, strides: int32) -> (output: "
        + "T); padding: {'SAME', 'VALID'}; data_format: {'NHWC', 'NCHW'} = 'NHWC'; T: realnumbertype")
public final class MaxPoolGradGradV2 extends MaxPoolingSecondGradient {
    @Override
    int sizesInput() {
        return 3;
    }

    @Override
    String gradientOp() {
        return "MaxPoolGradV2";
    }
}
