package io.leat.ops.math;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ir.ScalarFunctions;
import io.leat.ir.UnaryFunction;
import io.leat.ops.family.UnaryElementwise;

/** {@code log |Γ(x)|}; +∞ at 0 and the negative integers. */
@OpSpec("Lgamma(x: T) -> (y: T); T: {bfloat16, half, float, double}")
public final class Lgamma extends UnaryElementwise {
    @Endpoint("math.lgamma")
    public static Output of(Ops tf, Operand x) {
        return tf.call("Lgamma", x);
    }

    @Override
    protected double reference(double x) {
        return ScalarFunctions.REFERENCE.apply(UnaryFunction.LGAMMA, x);
    }

    @Override
    protected Scalar lower(Scalar x) {
        return x.apply(UnaryFunction.LGAMMA);
    }

    @Override
    protected Output gradient(Ops tf, Output x, Output y, Output dy) {
        return tf.call("Mul", dy, tf.call("Digamma", x));
    }
}
