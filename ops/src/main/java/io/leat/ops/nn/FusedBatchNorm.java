package io.leat.ops.nn;

import io.leat.graph.OpSpec;

/** Batch normalisation of float32 images. */
@OpSpec("FusedBatchNorm(x: T, scale: T, offset: T, mean: T, variance: T) -> (y: T, batch_mean: T, "
        + "batch_variance: T, reserve_space_1: T, reserve_space_2: T); T: {float}; epsilon: float = 0.0001; "
        + "exponential_avg_factor: float = 1.0; data_format: {'NHWC', 'NCHW'} = 'NHWC'; is_training: bool = "
        + "true")
public final class FusedBatchNorm extends BatchNormalization {
    @Override
    String gradientOp() {
        return "FusedBatchNormGrad";
    }
}
