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

/** The tangent of {@code x} in radians. */
@OpSpec("Tan(x: T) -> (y: T); T: {bfloat16, half, float, double, complex64, complex128}")
public final class Tan extends UnaryElementwise {
    @Endpoint("math.tan")
    public static Output of(Ops tf, Operand x) {
        return tf.call("Tan", x);
    }

    @Override
    protected double reference(double x) {
        return Math.tan(x);
    }

    @Override
    protected double[] reference(double re, double im) {
        return ComplexFunctions.tan(re, im);
    }

    @Override
    protected Scalar lower(Scalar x) {
        return x.apply(UnaryFunction.TAN);
    }

    @Override
    protected Output gradient(Ops tf, Output x, Output y, Output dy) {
        Output secant = tf.call("Reciprocal", tf.call("Cos", Conj.of(tf, x)));
        return tf.call("Mul", tf.call("Square", secant), dy);
    }
}
