package io.leat.ops.array;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/**
 * The inverse of {@code SpaceToBatchND}: {@code [n*prod(block), s..., rest]} becomes
 * {@code [n, s*block - crop..., rest]}.
 */
@OpSpec("BatchToSpaceND(input: T, block_shape: Tblock_shape, crops: Tcrops) -> (output: T); T: type; "
        + "Tblock_shape: {int32, int64} = DT_INT32; Tcrops: {int32, int64} = DT_INT32")
public final class BatchToSpaceND extends BlockMovement {
    public BatchToSpaceND() {
        super(false, false);
    }

    @Endpoint("batchToSpaceNd")
    public static Output of(Ops tf, Operand input, Operand blockShape, Operand crops) {
        return tf.call("BatchToSpaceND", input, blockShape, crops);
    }
}
