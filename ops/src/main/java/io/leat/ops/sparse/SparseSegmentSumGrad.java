package io.leat.ops.sparse;

import io.leat.graph.OpSpec;

/**
 * The gradient of {@link SparseSegmentSum}: of that of its output the one of its data, with {@code output_dim0} rows.
 */
@OpSpec("SparseSegmentSumGrad(grad: T, indices: Tidx, segment_ids: Tsegmentids, output_dim0: int32) -> "
        + "(output: T); T: {bfloat16, half, float, double}; "
        + "Tidx: {int32, int64} = DT_INT32; Tsegmentids: {int32, int64} = DT_INT32")
public final class SparseSegmentSumGrad extends SparseSegmentGradients {
    @Override
    protected SegmentScale scale() {
        return SegmentScale.SUM;
    }
}
