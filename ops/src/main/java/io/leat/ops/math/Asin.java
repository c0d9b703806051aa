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

/** The angle in {@code [-π/2, π/2]} whose sine is {@code x}; NaN outside {@code [-1, 1]}. */
@OpSpec("Asin(x: T) -> (y: T); T: {bfloat16, half, float, double, complex64, complex128}")
public final class Asin extends UnaryElementwise {
    @Endpoint("math.asin")
    public static Output of(Ops tf, Operand x) {
        return tf.call("Asin", x);
    }

    @Override
    protected double reference(double x) {
        return Math.asin(x);
    }

    @Override
    protected double[] reference(double re, double im) {
        return ComplexFunctions.asin(re, im);
    }

    @Override
    protected Scalar lower(Scalar x) {
        return x.apply(UnaryFunction.ASIN);
    }

    @Override
    protected Output gradient(Ops tf, Output x, Output y, Output dy) {
        Output one = tf.constant(1, x.dtype());
        Output square = tf.call("Square", Conj.of(tf, x));
        return tf.call("Mul", dy, tf.call("Reciprocal", tf.call("Sqrt", tf.call("Sub", one, square))));
    }
}
