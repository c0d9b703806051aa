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

/** The angle in {@code [0, π]} whose cosine is {@code x}; NaN outside {@code [-1, 1]}. */
@OpSpec("Acos(x: T) -> (y: T); T: {bfloat16, half, float, double, complex64, complex128}")
public final class Acos extends UnaryElementwise {
    @Endpoint("math.acos")
    public static Output of(Ops tf, Operand x) {
        return tf.call("Acos", x);
    }

    @Override
    protected double reference(double x) {
        return Math.acos(x);
    }

    @Override
    protected double[] reference(double re, double im) {
        return ComplexFunctions.acos(re, im);
    }

    @Override
    protected Scalar lower(Scalar x) {
        return x.apply(UnaryFunction.ACOS);
    }

    @Override
    protected Output gradient(Ops tf, Output x, Output y, Output dy) {
        Output one = tf.constant(1, x.dtype());
        Output square = tf.call("Square", Conj.of(tf, x));
        return tf.call("Mul", tf.call("Neg", dy), tf.call("Reciprocal", tf.call("Sqrt", tf.call("Sub", one, square))));
    }
}
