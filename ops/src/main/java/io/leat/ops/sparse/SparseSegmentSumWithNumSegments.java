package io.leat.ops.sparse;

import io.leat.graph.OpSpec;

/** {@link SparseSegmentSum} with {@code num_segments} rows. */
@OpSpec("SparseSegmentSumWithNumSegments(data: T, indices: Tidx, segment_ids: Tsegmentids, "
        + "num_segments: Tnumsegments) -> (output: T); T: {float, double, int32, uint8, int16, int8, int64, bfloat16, uint16, half, uint32, uint64}; "
        + "Tidx: {int32, int64} = DT_INT32; Tnumsegments: {int32, int64} = DT_INT32; "
        + "Tsegmentids: {int32, int64} = DT_INT32; sparse_gradient: bool = false")
public final class SparseSegmentSumWithNumSegments extends SparseSegments {
    @Override
    protected SegmentScale scale() {
        return SegmentScale.SUM;
    }
}
