package io.leat.ops.image;

import io.leat.graph.OpSpec;

/** Non-maximum suppression that also says how many boxes it keeps, and fills up with zeros if asked to. */
@OpSpec("NonMaxSuppressionV4(boxes: T, scores: T, max_output_size: int32, iou_threshold: T_threshold, "
        + "score_threshold: T_threshold) -> (selected_indices: int32, valid_outputs: int32); "
        + "T: {half, float} = DT_FLOAT; T_threshold: {half, float} = DT_FLOAT; pad_to_max_output_size: bool = false")
public final class NonMaxSuppressionV4 extends NonMaximumSuppression {
    @Override
    boolean counts() {
        return true;
    }
}
