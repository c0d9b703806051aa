package io.leat.ops.image;

import io.leat.graph.Backprop;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import java.util.ArrayList;
import java.util.List;

/** From red, green and blue, the last dimension, to hue, saturation and value; all between 0 and 1. */
@OpSpec("RGBToHSV(images: T) -> (output: T); T: {half, bfloat16, float, double} = DT_FLOAT")
public final class RGBToHSV extends ColorOp {
    @Endpoint("image.rgbToHsv")
    public static Output of(Ops tf, Operand images) {
        return tf.call("RGBToHSV", images);
    }

    @Override
    void convert(double[] pixel, double by) {
        Hsv.fromRgb(pixel);
    }

    /**
     * With the greatest colour M, the least m and the difference n of the other two in the hue's formula: {@code dH = dn /
     * (6 (M - m)) - n (dM - dm) / (6 (M - m)^2)}, {@code dS = m dM / M^2 - dm / M}, {@code dV = dM}. Of equal colours red
     * counts as greatest before green and blue, and blue as least before green and red.
     */
    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        List<Output> rgb = channels(tf, b.input(0));
        List<Output> dy = channels(tf, b.dy(0));
        Output red = rgb.get(0);
        Output green = rgb.get(1);
        Output blue = rgb.get(2);
        List<Output> greatest = List.of(
                both(tf, tf.call("GreaterEqual", red, blue), tf.call("GreaterEqual", red, green), red),
                both(tf, tf.call("Greater", green, red), tf.call("GreaterEqual", green, blue), red),
                both(tf, tf.call("Greater", blue, red), tf.call("Greater", blue, green), red));
        List<Output> least = List.of(
                both(tf, tf.call("Less", red, blue), tf.call("Less", red, green), red),
                both(tf, tf.call("LessEqual", green, red), tf.call("Less", green, blue), red),
                both(tf, tf.call("LessEqual", blue, red), tf.call("LessEqual", blue, green), red));
        Output max = chosen(greatest, rgb);
        Output min = chosen(least, rgb);
        Output range = max.minus(min);
        Output n = chosen(greatest, List.of(green.minus(blue), blue.minus(red), red.minus(green)));
        Output slope = tf.call("DivNoNan", dy.get(0), range.times(6));
        Output shrink = tf.call("DivNoNan", slope.times(n), range);
        Output perMax = tf.call("DivNoNan", dy.get(1).times(min), max.square());
        Output perMin = tf.call("DivNoNan", dy.get(1), max);
        List<Output> out = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            // the derivative of n is 1 where the colour after the greatest is k, -1 where the one before it is
            Output dn = greatest.get((k + 2) % 3).minus(greatest.get((k + 1) % 3));
            Output dMax = greatest.get(k);
            Output dMin = least.get(k);
            out.add(slope.times(dn)
                    .minus(shrink.times(dMax.minus(dMin)))
                    .plus(perMax.times(dMax))
                    .minus(perMin.times(dMin))
                    .plus(dy.get(2).times(dMax)));
        }
        b.dx(0, tf.op("Pack").inputs(out).attr("axis", -1L).add().output(0));
    }

    private static List<Output> channels(Ops tf, Output x) {
        return tf.op("Unpack").input(x).attr("num", 3L).attr("axis", -1L).add().outputs();
    }

    /** 1 where both conditions hold, else 0. */
    private static Output both(Ops tf, Output a, Output b, Output like) {
        return tf.op("Cast")
                .input(tf.call("LogicalAnd", a, b))
                .attr("DstT", like.dtype())
                .add()
                .output(0);
    }

    private static Output chosen(List<Output> masks, List<Output> values) {
        Output sum = masks.get(0).times(values.get(0));
        return sum.plus(masks.get(1).times(values.get(1))).plus(masks.get(2).times(values.get(2)));
    }
}
