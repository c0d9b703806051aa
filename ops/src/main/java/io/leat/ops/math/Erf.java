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

/** The error function {@code 2/sqrt(π) ∫ exp(-t²) dt} from 0 to {@code x}. */
@OpSpec("Erf(x: T) -> (y: T); T: {bfloat16, half, float, double}")
public final class Erf extends UnaryElementwise {
    @Endpoint("math.erf")
    public static Output of(Ops tf, Operand x) {
        return tf.call("Erf", x);
    }

    @Override
    protected double reference(double x) {
        return ScalarFunctions.REFERENCE.apply(UnaryFunction.ERF, x);
    }

    @Override
    protected Scalar lower(Scalar x) {
        return x.erf();
    }

    @Override
    protected Output gradient(Ops tf, Output x, Output y, Output dy) {
        Output factor = tf.constant(2 / Math.sqrt(Math.PI), dy.dtype());
        Output bell = tf.call("Exp", tf.call("Neg", tf.call("Square", x)));
        return tf.call("Mul", tf.call("Mul", dy, factor), bell);
    }
}
