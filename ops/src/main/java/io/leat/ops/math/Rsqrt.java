package io.leat.ops.math;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ops.family.ComplexFunctions;
import io.leat.ops.family.UnaryElementwise;

/** {@code 1 / sqrt(x)}. */
@OpSpec("Rsqrt(x: T) -> (y: T); T: {bfloat16, half, float, double, complex64, complex128}")
public final class Rsqrt extends UnaryElementwise {
    @Endpoint("math.rsqrt")
    public static Output of(Ops tf, Operand x) {
        return tf.call("Rsqrt", x);
    }

    @Override
    protected double reference(double x) {
        return 1 / Math.sqrt(x);
    }

    @Override
    protected double[] reference(double re, double im) {
        double[] root = ComplexFunctions.sqrt(re, im);
        return ComplexFunctions.divide(1, 0, root[0], root[1]);
    }

    @Override
    protected Scalar lower(Scalar x) {
        return x.rsqrt();
    }

    @Override
    protected Output gradient(Ops tf, Output x, Output y, Output dy) {
        return tf.call("RsqrtGrad", y, dy);
    }
}
