package io.leat.ops.nn;

import io.leat.graph.OpSpec;

/** {@code MaxPool} with the sizes of the windows and the strides as inputs. */
@OpSpec("MaxPoolV2(input: T, ksize: int32, strides: int32) -> (output: T); T: {half, bfloat16, float, "
        + "double, int32, int64, uint8, int16, int8, uint16, qint8} = DT_FLOAT; padding: {'SAME', 'VALID'}; "
        + "data_format: {'NHWC', 'NCHW', 'NCHW_VECT_C'} = 'NHWC'")
public final class MaxPoolV2 extends MaxPooling {
    @Override
    int sizesInput() {
        return 1;
    }

    @Override
    String gradientOp() {
        return "MaxPoolGradV2";
    }
}
