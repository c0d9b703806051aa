package io.leat.ops.image;

import io.leat.graph.Backprop;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** From hue, saturation and value, the last dimension, to red, green and blue; all between 0 and 1. */
@OpSpec("HSVToRGB(images: T) -> (output: T); T: {half, bfloat16, float, double} = DT_FLOAT")
public final class HSVToRGB extends ColorOp {
    @Endpoint("image.hsvToRgb")
    public static Output of(Ops tf, Operand images) {
        return tf.call("HSVToRGB", images);
    }

    @Override
    void convert(double[] pixel, double by) {
        Hsv.toRgb(pixel);
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable in TensorFlow
    }
}
