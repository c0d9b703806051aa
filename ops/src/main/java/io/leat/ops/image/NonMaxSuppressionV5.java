package io.leat.ops.image;

import io.leat.graph.OpSpec;

/** Non-maximum suppression in the hard form, or with {@code soft_nms_sigma} above 0 in the soft one, with the scores. */
@OpSpec("NonMaxSuppressionV5(boxes: T, scores: T, max_output_size: int32, iou_threshold: T, score_threshold: T, "
        + "soft_nms_sigma: T) -> (selected_indices: int32, selected_scores: T, valid_outputs: int32); "
        + "T: {half, float} = DT_FLOAT; pad_to_max_output_size: bool = false")
public final class NonMaxSuppressionV5 extends NonMaximumSuppression {
    @Override
    boolean counts() {
        return true;
    }

    @Override
    boolean soft() {
        return true;
    }
}
