package io.leat.ops.nn;

import io.leat.graph.OpSpec;

/** The gradient of the filter of {@code Conv2D}, of shape {@code filter_sizes}. */
@OpSpec("Conv2DBackpropFilter(input: T, filter_sizes: int32, out_backprop: T) -> (output: T); T: {half, "
        + "bfloat16, float, double}; strides: list(int); use_cudnn_on_gpu: bool = true; padding: {'SAME', "
        + "'VALID', 'EXPLICIT'}; explicit_paddings: list(int) = []; data_format: {'NHWC', 'NCHW'} = 'NHWC'; "
        + "dilations: list(int) = [1, 1, 1, 1]")
public final class Conv2DBackpropFilter extends ConvFilterGradient {
    @Override
    ConvKind kind() {
        return ConvKind.CONV_2D;
    }
}
