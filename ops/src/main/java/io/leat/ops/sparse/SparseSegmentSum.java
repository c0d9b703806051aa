package io.leat.ops.sparse;

import io.leat.graph.OpSpec;

/**
 * The sums of the rows {@code indices} of {@code data} that have the same number in {@code segment_ids}, an ascending
 * vector as long as {@code indices}; row i is that of number i, 0 for one that does not occur.
 */
@OpSpec("SparseSegmentSum(data: T, indices: Tidx, segment_ids: Tsegmentids) -> (output: T); "
        + "T: {float, double, int32, uint8, int16, int8, int64, bfloat16, uint16, half, uint32, uint64}; "
        + "Tidx: {int32, int64} = DT_INT32; Tsegmentids: {int32, int64} = DT_INT32; "
        + "sparse_gradient: bool = false")
public final class SparseSegmentSum extends SparseSegments {
    @Override
    protected SegmentScale scale() {
        return SegmentScale.SUM;
    }
}
