package io.leat.ops.image;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** Images whose hue is turned by {@code delta}, where 1 is the full circle. */
@OpSpec("AdjustHue(images: T, delta: float) -> (output: T); T: {half, float} = DT_FLOAT")
public final class AdjustHue extends ColorOp {
    @Endpoint("image.adjustHue")
    public static Output of(Ops tf, Operand images, Operand delta) {
        return tf.call("AdjustHue", images, delta);
    }

    @Override
    int minimalRank() {
        return 3;
    }

    @Override
    void convert(double[] pixel, double delta) {
        Hsv.fromRgb(pixel);
        double hue = (pixel[0] + delta) % 1;
        pixel[0] = hue < 0 ? hue + 1 : hue;
        Hsv.toRgb(pixel);
    }
}
