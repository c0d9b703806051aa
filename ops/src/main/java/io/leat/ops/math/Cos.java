package io.leat.ops.math;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ir.UnaryFunction;
import io.leat.ops.family.ComplexFunctions;
import io.leat.ops.family.UnaryElementwise;

/** The cosine of {@code x} in radians. */
@OpSpec("Cos(x: T) -> (y: T); T: {bfloat16, half, float, double, complex64, complex128}")
public final class Cos extends UnaryElementwise {
    @Endpoint("math.cos")
    public static Output of(Ops tf, Operand x) {
        return tf.call("Cos", x);
    }

    @Override
    protected double reference(double x) {
        return Math.cos(x);
    }

    @Override
    protected double[] reference(double re, double im) {
        return ComplexFunctions.cos(re, im);
    }

    @Override
    protected Scalar lower(Scalar x) {
        return x.apply(UnaryFunction.COS);
    }

    @Override
    protected Output gradient(Ops tf, Output x, Output y, Output dy) {
        return tf.call("Mul", tf.call("Neg", dy), tf.call("Sin", Conj.of(tf, x)));
    }
}
