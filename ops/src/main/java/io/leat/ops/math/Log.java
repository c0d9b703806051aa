package io.leat.ops.math;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ops.family.ComplexFunctions;
import io.leat.ops.family.UnaryElementwise;

/** The natural logarithm of {@code x}: -∞ at 0, NaN below. */
@OpSpec("Log(x: T) -> (y: T); T: {bfloat16, half, float, double, complex64, complex128}")
public final class Log extends UnaryElementwise {
    @Endpoint("math.log")
    public static Output of(Ops tf, Operand x) {
        return tf.call("Log", x);
    }

    @Override
    protected double reference(double x) {
        return Math.log(x);
    }

    @Override
    protected double[] reference(double re, double im) {
        return ComplexFunctions.log(re, im);
    }

    @Override
    protected Scalar lower(Scalar x) {
        return x.log();
    }

    @Override
    protected Output gradient(Ops tf, Output x, Output y, Output dy) {
        return tf.call("Mul", dy, tf.call("Reciprocal", Conj.of(tf, x)));
    }
}
