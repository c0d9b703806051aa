package io.leat.ops.nn;

import io.leat.graph.OpSpec;

/** The gradients of {@code FusedBatchNormV2}. */
@OpSpec("FusedBatchNormGradV2(y_backprop: T, x: T, scale: float, reserve_space_1: U, reserve_space_2: U) -> "
        + "(x_backprop: T, scale_backprop: U, offset_backprop: U, reserve_space_3: U, reserve_space_4: U); T: "
        + "{half, bfloat16, float}; U: {float}; epsilon: float = 0.0001; data_format: {'NHWC', 'NCHW'} = "
        + "'NHWC'; is_training: bool = true")
public final class FusedBatchNormGradV2 extends BatchNormalizationGradient {}
