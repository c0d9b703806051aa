package io.leat.ops.array;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/**
 * Pads the dimensions after the first and moves the blocks of {@code block_shape} that they consist of into the batch,
 * the pixel of the block outermost: {@code [n, s..., rest]} becomes {@code [n*prod(block), (s+pad)/block..., rest]}.
 */
@OpSpec("SpaceToBatchND(input: T, block_shape: Tblock_shape, paddings: Tpaddings) -> (output: T); T: type; "
        + "Tblock_shape: {int32, int64} = DT_INT32; Tpaddings: {int32, int64} = DT_INT32")
public final class SpaceToBatchND extends BlockMovement {
    public SpaceToBatchND() {
        super(true, false);
    }

    @Endpoint("spaceToBatchNd")
    public static Output of(Ops tf, Operand input, Operand blockShape, Operand paddings) {
        return tf.call("SpaceToBatchND", input, blockShape, paddings);
    }
}
