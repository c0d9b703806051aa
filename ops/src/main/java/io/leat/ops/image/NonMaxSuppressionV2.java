package io.leat.ops.image;

import io.leat.graph.OpSpec;

/** Non-maximum suppression. */
@OpSpec("NonMaxSuppressionV2(boxes: T, scores: T, max_output_size: int32, iou_threshold: T_threshold) -> "
        + "(selected_indices: int32); T: {half, float} = DT_FLOAT; T_threshold: {half, float} = DT_FLOAT")
public final class NonMaxSuppressionV2 extends NonMaximumSuppression {}
