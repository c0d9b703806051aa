package io.leat.ops.nn;

import io.leat.graph.OpSpec;

/** The gradients of {@code FusedBatchNorm}. */
@OpSpec("FusedBatchNormGrad(y_backprop: T, x: T, scale: T, reserve_space_1: T, reserve_space_2: T) -> "
        + "(x_backprop: T, scale_backprop: T, offset_backprop: T, reserve_space_3: T, reserve_space_4: T); T: "
        + "{float}; epsilon: float = 0.0001; data_format: {'NHWC', 'NCHW'} = 'NHWC'; is_training: bool = true")
public final class FusedBatchNormGrad extends BatchNormalizationGradient {}
