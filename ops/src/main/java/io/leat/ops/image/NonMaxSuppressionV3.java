package io.leat.ops.image;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** Non-maximum suppression among the boxes above a score. */
@OpSpec("NonMaxSuppressionV3(boxes: T, scores: T, max_output_size: int32, iou_threshold: T_threshold, "
        + "score_threshold: T_threshold) -> (selected_indices: int32); T: {half, float} = DT_FLOAT; "
        + "T_threshold: {half, float} = DT_FLOAT")
public final class NonMaxSuppressionV3 extends NonMaximumSuppression {
    /** See {@link NonMaxSuppressionV3}. */
    @Endpoint("image.nonMaxSuppression")
    public static Output of(
            Ops tf,
            Operand boxes,
            Operand scores,
            Operand maxOutputSize,
            Operand iouThreshold,
            Operand scoreThreshold) {
        return tf.call("NonMaxSuppressionV3", boxes, scores, maxOutputSize, iouThreshold, scoreThreshold);
    }
}
