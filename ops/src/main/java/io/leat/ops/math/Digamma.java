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

/** The derivative of {@code log |Γ(x)|}; NaN at the negative integers. */
@OpSpec("Digamma(x: T) -> (y: T); T: {bfloat16, half, float, double}")
public final class Digamma extends UnaryElementwise {
    @Endpoint("math.digamma")
    public static Output of(Ops tf, Operand x) {
        return tf.call("Digamma", x);
    }

    @Override
    protected double reference(double x) {
        return ScalarFunctions.REFERENCE.apply(UnaryFunction.DIGAMMA, x);
    }

    @Override
    protected Scalar lower(Scalar x) {
        return x.apply(UnaryFunction.DIGAMMA);
    }

    @Override
    protected Output gradient(Ops tf, Output x, Output y, Output dy) {
        return tf.call("Mul", dy, tf.call("Polygamma", tf.constant(1, x.dtype()), x));
    }
}
