package io.leat.ops.sparse;

import io.leat.graph.OpSpec;

/**
 * The rows of the gradient of {@link SparseSegmentSum} that are not all 0, and which ones of {@code dense_output_dim0} they
 * are, in ascending order.
 */
@OpSpec("SparseSegmentSumGradV2(grad: T, indices: Tidx, segment_ids: Tsegmentids, dense_output_dim0: int32) -> "
        + "(output: T, sorted_unique_indices: Tidx); T: {bfloat16, half, float, double}; "
        + "Tidx: {int32, int64} = DT_INT32; Tsegmentids: {int32, int64} = DT_INT32")
public final class SparseSegmentSumGradV2 extends SparseSegmentGradients {
    @Override
    protected SegmentScale scale() {
        return SegmentScale.SUM;
    }
}
