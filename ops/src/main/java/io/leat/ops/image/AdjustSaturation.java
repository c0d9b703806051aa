package io.leat.ops.image;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** Images whose saturation is multiplied by {@code scale}, and then limited to between 0 and 1. */
@OpSpec("AdjustSaturation(images: T, scale: float) -> (output: T); T: {half, float} = DT_FLOAT")
public final class AdjustSaturation extends ColorOp {
    @Endpoint("image.adjustSaturation")
    public static Output of(Ops tf, Operand images, Operand scale) {
        return tf.call("AdjustSaturation", images, scale);
    }

    @Override
    int minimalRank() {
        return 3;
    }

    @Override
    void convert(double[] pixel, double scale) {
        Hsv.fromRgb(pixel);
        pixel[1] = Math.min(1, Math.max(0, pixel[1] * scale));
        Hsv.toRgb(pixel);
    }
}
