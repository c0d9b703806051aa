package io.leat.ops.nn;

import io.leat.graph.Attrs;
import io.leat.graph.Backprop;
import io.leat.graph.OpSpec;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;

/**
 * {@code gradients * (outputs + scale * alpha)} where {@code outputs < 0}, elsewhere {@code gradients * scale}; the outputs
 * are those of {@code Selu}.
 */
@OpSpec("SeluGrad(gradients: T, outputs: T) -> (backprops: T); T: {half, bfloat16, float, double}")
public final class SeluGrad extends ActivationGrad {
    @Override
    double reference(double g, double y, Attrs attrs) {
        return y < 0 ? g * (y + Selu.SCALE_ALPHA) : g * Selu.SCALE;
    }

    @Override
    Scalar lower(Scalar g, Scalar y, Attrs attrs) {
        return y.lt(0).select(y.plus(Selu.SCALE_ALPHA).times(g), g.times(Selu.SCALE));
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        Output y = b.input(1);
        b.dx(0, tf.call("SeluGrad", b.dy(0), y));
        Output zeros = tf.call("ZerosLike", y);
        b.dx(1, tf.call("SelectV2", tf.call("Less", y, zeros), b.dy(0).times(b.input(0)), zeros));
    }
}
