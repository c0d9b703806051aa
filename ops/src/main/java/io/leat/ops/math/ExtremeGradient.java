package io.leat.ops.math;

import io.leat.graph.Backprop;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ops.family.ReducedShape;

/** The gradient of {@link Max} and {@link Min}: the elements that equal the result share it evenly. */
final class ExtremeGradient {
    private ExtremeGradient() {}

    static void of(Backprop b) {
        Ops tf = b.tf();
        Output x = b.input(0);
        Output axes = b.input(1);
        Output kept = ReducedShape.kept(tf, x, axes);
        Output y = tf.call("Reshape", b.output(0), kept);
        Output dy = tf.call("Reshape", b.dy(0), kept);
        Output chosen = Cast.of(tf, tf.call("Equal", y, x), dy.dtype());
        Output count = tf.call("Reshape", tf.call("Sum", chosen, axes), kept);
        b.dx(0, tf.call("Mul", tf.call("RealDiv", chosen, count), dy));
    }
}
