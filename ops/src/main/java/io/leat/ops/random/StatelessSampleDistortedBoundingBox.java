package io.leat.ops.random;

import io.leat.graph.Compute;
import io.leat.graph.OpSpec;
import io.leat.kernels.Philox;

/** A random part of an image that covers enough of one of the boxes, the same for the same {@code seed} [2]. */
@OpSpec(
        "StatelessSampleDistortedBoundingBox(image_size: T, bounding_boxes: float, min_object_covered: float, seed: Tseed) -> "
                + "(begin: T, size: T, bboxes: float); T: {uint8, int8, int16, int32, int64}; Tseed: {int32, int64}; "
                + "aspect_ratio_range: list(float) = [0.75, 1.33]; area_range: list(float) = [0.05, 1]; "
                + "max_attempts: int = 100; use_image_if_no_bounding_boxes: bool = false")
public final class StatelessSampleDistortedBoundingBox extends BoxDistortion {
    @Override
    Philox numbers(Compute c, int attempts) {
        return Streams.ofSeed(c, 3);
    }
}
