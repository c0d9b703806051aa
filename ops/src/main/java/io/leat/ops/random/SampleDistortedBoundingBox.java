package io.leat.ops.random;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.OpSpec;
import io.leat.kernels.Philox;

/** A random part of an image that covers enough of one of the boxes; how much is an attribute. */
@OpSpec(
        value = "SampleDistortedBoundingBox(image_size: T, bounding_boxes: float) -> "
                + "(begin: T, size: T, bboxes: float); T: {uint8, int8, int16, int32, int64}; seed: int = 0; seed2: int = 0; min_object_covered: float = 0.1; "
                + "aspect_ratio_range: list(float) = [0.75, 1.33]; area_range: list(float) = [0.05, 1]; "
                + "max_attempts: int = 100; use_image_if_no_bounding_boxes: bool = false",
        stateful = true)
public final class SampleDistortedBoundingBox extends BoxDistortion {
    @Override
    Philox numbers(Compute c, int attempts) {
        return Streams.of(c).reserveSamples(4L * attempts);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.RANDOM;
    }
}
