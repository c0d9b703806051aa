package io.leat.ops.math;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ir.ScalarFunctions;
import io.leat.ir.UnaryFunction;
import io.leat.ops.family.ComplexFunctions;
import io.leat.ops.family.UnaryElementwise;

/** The number whose hyperbolic tangent is {@code x}; NaN outside {@code [-1, 1]}. */
@OpSpec("Atanh(x: T) -> (y: T); T: {bfloat16, half, float, double, complex64, complex128}")
public final class Atanh extends UnaryElementwise {
    @Endpoint("math.atanh")
    public static Output of(Ops tf, Operand x) {
        return tf.call("Atanh", x);
    }

    @Override
    protected double reference(double x) {
        return ScalarFunctions.REFERENCE.apply(UnaryFunction.ATANH, x);
    }

    @Override
    protected double[] reference(double re, double im) {
        return ComplexFunctions.atanh(re, im);
    }

    @Override
    protected Scalar lower(Scalar x) {
        return x.apply(UnaryFunction.ATANH);
    }

    @Override
    protected Output gradient(Ops tf, Output x, Output y, Output dy) {
        Output one = tf.constant(1, x.dtype());
        Output square = tf.call("Square", Conj.of(tf, x));
        return tf.call("Mul", dy, tf.call("Reciprocal", tf.call("Sub", one, square)));
    }
}
