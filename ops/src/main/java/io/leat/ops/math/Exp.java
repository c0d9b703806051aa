package io.leat.ops.math;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ops.family.ComplexFunctions;
import io.leat.ops.family.UnaryElementwise;

/** {@code e} to the power {@code x}. */
@OpSpec("Exp(x: T) -> (y: T); T: {bfloat16, half, float, double, complex64, complex128}")
public final class Exp extends UnaryElementwise {
    @Endpoint("math.exp")
    public static Output of(Ops tf, Operand x) {
        return tf.call("Exp", x);
    }

    @Override
    protected double reference(double x) {
        return Math.exp(x);
    }

    @Override
    protected double[] reference(double re, double im) {
        return ComplexFunctions.exp(re, im);
    }

    @Override
    protected Scalar lower(Scalar x) {
        return x.exp();
    }

    @Override
    protected Output gradient(Ops tf, Output x, Output y, Output dy) {
        return tf.call("Mul", dy, Conj.of(tf, y));
    }
}
