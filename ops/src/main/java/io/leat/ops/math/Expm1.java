package io.leat.ops.math;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ops.family.ComplexFunctions;
import io.leat.ops.family.UnaryElementwise;

/** {@code exp(x) - 1}, accurate near 0. */
@OpSpec("Expm1(x: T) -> (y: T); T: {bfloat16, half, float, double, complex64, complex128}")
public final class Expm1 extends UnaryElementwise {
    @Endpoint("math.expm1")
    public static Output of(Ops tf, Operand x) {
        return tf.call("Expm1", x);
    }

    @Override
    protected double reference(double x) {
        return Math.expm1(x);
    }

    @Override
    protected double[] reference(double re, double im) {
        return ComplexFunctions.expm1(re, im);
    }

    @Override
    protected Scalar lower(Scalar x) {
        return x.expm1();
    }

    @Override
    protected Output gradient(Ops tf, Output x, Output y, Output dy) {
        return tf.call("Mul", dy, tf.call("Exp", Conj.of(tf, x)));
    }
}
