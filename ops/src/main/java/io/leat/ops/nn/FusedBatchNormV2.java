package io.leat.ops.nn;

import io.leat.graph.OpSpec;

/** Batch normalisation of images of any floating dtype but double, with float32 parameters. */
@OpSpec("FusedBatchNormV2(x: T, scale: U, offset: U, mean: U, variance: U) -> (y: T, batch_mean: U, "
        + "batch_variance: U, reserve_space_1: U, reserve_space_2: U); T: {half, bfloat16, float}; U: {float}; "
        + "epsilon: float = 0.0001; exponential_avg_factor: float = 1.0; data_format: {'NHWC', 'NCHW'} = "
        + "'NHWC'; is_training: bool = true")
public final class FusedBatchNormV2 extends BatchNormalization {
    @Override
    String gradientOp() {
        return "FusedBatchNormGradV2";
    }
}
