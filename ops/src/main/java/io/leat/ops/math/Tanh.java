package io.leat.ops.math;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ops.family.ComplexFunctions;
import io.leat.ops.family.UnaryElementwise;

/** The hyperbolic tangent of {@code x}. */
@OpSpec("Tanh(x: T) -> (y: T); T: {bfloat16, half, float, double, complex64, complex128}")
public final class Tanh extends UnaryElementwise {
    @Endpoint("math.tanh")
    public static Output of(Ops tf, Operand x) {
        return tf.call("Tanh", x);
    }

    @Override
    protected double reference(double x) {
        return Math.tanh(x);
    }

    @Override
    protected double[] reference(double re, double im) {
        return ComplexFunctions.tanh(re, im);
    }

    @Override
    protected Scalar lower(Scalar x) {
        return x.tanh();
    }

    @Override
    protected Output gradient(Ops tf, Output x, Output y, Output dy) {
        return tf.call("TanhGrad", Conj.of(tf, y), dy);
    }
}
