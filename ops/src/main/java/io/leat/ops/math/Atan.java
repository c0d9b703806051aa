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

/** The angle in {@code [-π/2, π/2]} whose tangent is {@code x}. */
@OpSpec("Atan(x: T) -> (y: T); T: {bfloat16, half, float, double, complex64, complex128}")
public final class Atan extends UnaryElementwise {
    @Endpoint("math.atan")
    public static Output of(Ops tf, Operand x) {
        return tf.call("Atan", x);
    }

    @Override
    protected double reference(double x) {
        return Math.atan(x);
    }

    @Override
    protected double[] reference(double re, double im) {
        return ComplexFunctions.atan(re, im);
    }

    @Override
    protected Scalar lower(Scalar x) {
        return x.apply(UnaryFunction.ATAN);
    }

    @Override
    protected Output gradient(Ops tf, Output x, Output y, Output dy) {
        Output one = tf.constant(1, x.dtype());
        Output square = tf.call("Square", Conj.of(tf, x));
        return tf.call("Mul", dy, tf.call("Reciprocal", tf.call("AddV2", one, square)));
    }
}
