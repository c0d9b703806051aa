package io.leat.ops.image;

import io.leat.graph.Compute;
import io.leat.graph.OpSpec;

/** Images [batch, height, width, channels] transformed by projections; what lies outside is 0 in mode CONSTANT. */
@OpSpec("ImageProjectiveTransformV2(images: dtype, transforms: float, output_shape: int32) -> "
        + "(transformed_images: dtype); dtype: {uint8, int32, int64, half, bfloat16, float, double}; "
        + "interpolation: string; fill_mode: string = 'CONSTANT'")
public final class ImageProjectiveTransformV2 extends ProjectiveTransform {
    @Override
    float fill(Compute c) {
        return 0;
    }
}
