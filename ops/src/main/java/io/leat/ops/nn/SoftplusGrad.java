package io.leat.ops.nn;

import io.leat.graph.Attrs;
import io.leat.graph.Backprop;
import io.leat.graph.OpSpec;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;

/** {@code gradients / (exp(-features) + 1)}. */
@OpSpec("SoftplusGrad(gradients: T, features: T) -> (backprops: T); T: {half, bfloat16, float, double}")
public final class SoftplusGrad extends ActivationGrad {
    @Override
    double reference(double g, double x, Attrs attrs) {
        return g / (Math.exp(-x) + 1);
    }

    @Override
    Scalar lower(Scalar g, Scalar x, Attrs attrs) {
        return g.dividedBy(x.neg().exp().plus(1));
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        Output dy = b.input(0);
        Output x = b.input(1);
        b.dx(0, tf.call("SoftplusGrad", b.dy(0), x));
        Output divisor = tf.call("Exp", x.neg()).plus(2).plus(tf.call("Exp", x));
        b.dx(1, b.dy(0).times(dy).dividedBy(divisor));
    }
}
