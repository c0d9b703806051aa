package io.leat.ops.sparse;

import io.leat.graph.OpSpec;

/** {@link SparseSegmentSqrtN} with {@code num_segments} rows. */
@OpSpec("SparseSegmentSqrtNWithNumSegments(data: T, indices: Tidx, segment_ids: Tsegmentids, "
        + "num_segments: Tnumsegments) -> (output: T); T: {bfloat16, half, float, double}; "
        + "Tidx: {int32, int64} = DT_INT32; Tnumsegments: {int32, int64} = DT_INT32; "
        + "Tsegmentids: {int32, int64} = DT_INT32; sparse_gradient: bool = false")
public final class SparseSegmentSqrtNWithNumSegments extends SparseSegments {
    @Override
    protected SegmentScale scale() {
        return SegmentScale.SQRT_N;
    }
}
