package io.leat.ops.image;

import io.leat.graph.OpSpec;

/** Non-maximum suppression with the threshold of the overlap as attribute. */
@OpSpec("NonMaxSuppression(boxes: float, scores: float, max_output_size: int32) -> (selected_indices: int32); "
        + "iou_threshold: float = 0.5")
public final class NonMaxSuppression extends NonMaximumSuppression {}
