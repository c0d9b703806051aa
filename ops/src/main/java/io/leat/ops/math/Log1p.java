package io.leat.ops.math;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ops.family.ComplexFunctions;
import io.leat.ops.family.UnaryElementwise;

/** {@code log(1 + x)}, accurate near 0. */
@OpSpec("Log1p(x: T) -> (y: T); T: {bfloat16, half, float, double, complex64, complex128}")
public final class Log1p extends UnaryElementwise {
    @Endpoint("math.log1p")
    public static Output of(Ops tf, Operand x) {
        return tf.call("Log1p", x);
    }

    @Override
    protected double reference(double x) {
        return Math.log1p(x);
    }

    @Override
    protected double[] reference(double re, double im) {
        return ComplexFunctions.log1p(re, im);
    }

    @Override
    protected Scalar lower(Scalar x) {
        return x.log1p();
    }

    @Override
    protected Output gradient(Ops tf, Output x, Output y, Output dy) {
        Output one = tf.constant(1, x.dtype());
        return tf.call("Mul", dy, tf.call("Reciprocal", tf.call("AddV2", one, Conj.of(tf, x))));
    }
}
