package io.leat.ops.image;

import io.leat.graph.OpSpec;

/** Non-maximum suppression with a matrix of overlaps [n, n]. */
@OpSpec("NonMaxSuppressionWithOverlaps(overlaps: float, scores: float, max_output_size: int32, "
        + "overlap_threshold: float, score_threshold: float) -> (selected_indices: int32)")
public final class NonMaxSuppressionWithOverlaps extends NonMaximumSuppression {
    @Override
    boolean givenOverlaps() {
        return true;
    }
}
