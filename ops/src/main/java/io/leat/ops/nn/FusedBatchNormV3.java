package io.leat.ops.nn;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.Shape;
import java.util.List;

/** Batch normalisation of images or volumes of any floating dtype but double. */
@OpSpec("FusedBatchNormV3(x: T, scale: U, offset: U, mean: U, variance: U) -> (y: T, batch_mean: U, "
        + "batch_variance: U, reserve_space_1: U, reserve_space_2: U, reserve_space_3: U); T: {half, bfloat16, "
        + "float}; U: {bfloat16, float}; epsilon: float = 0.0001; exponential_avg_factor: float = 1.0; "
        + "data_format: {'NHWC', 'NCHW', 'NDHWC', 'NCDHW'} = 'NHWC'; is_training: bool = true")
public final class FusedBatchNormV3 extends BatchNormalization {
    /**
     * With the statistics of the batch. Outputs: y, the batch's mean and unbiased variance, and three for the gradient.
     *
     * @param x [batch, height, width, channels]
     * @param scale [channels]
     * @param offset [channels]
     */
    @Endpoint("nn.fusedBatchNorm")
    @Endpoint("nn.batchNorm")
    public static List<Output> of(Ops tf, Operand x, Operand scale, Operand offset, float epsilon) {
        Output none = tf.constant(io.leat.tensor.raw.Raw.allocate(scale.output().dtype(), Shape.of(0)));
        return of(tf, x, scale, offset, none, none, epsilon, true);
    }

    /** With the statistics of the batch when {@code training}, else with the given ones. */
    @Endpoint("nn.fusedBatchNorm")
    @Endpoint("nn.batchNorm")
    public static List<Output> of(
            Ops tf,
            Operand x,
            Operand scale,
            Operand offset,
            Operand mean,
            Operand variance,
            float epsilon,
            boolean training) {
        return tf.op("FusedBatchNormV3")
                .input(x)
                .input(scale)
                .input(offset)
                .input(mean)
                .input(variance)
                .attr("epsilon", epsilon)
                .attr("is_training", training)
                .add()
                .outputs();
    }

    @Override
    String gradientOp() {
        return "FusedBatchNormGradV3";
    }
}
