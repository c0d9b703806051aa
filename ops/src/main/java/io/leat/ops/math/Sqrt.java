package io.leat.ops.math;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ops.family.ComplexFunctions;
import io.leat.ops.family.UnaryElementwise;

/** The square root of {@code x}; NaN below 0. */
@OpSpec("Sqrt(x: T) -> (y: T); T: {bfloat16, half, float, double, complex64, complex128}")
public final class Sqrt extends UnaryElementwise {
    @Endpoint("math.sqrt")
    public static Output of(Ops tf, Operand x) {
        return tf.call("Sqrt", x);
    }

    @Override
    protected double reference(double x) {
        return Math.sqrt(x);
    }

    @Override
    protected double[] reference(double re, double im) {
        return ComplexFunctions.sqrt(re, im);
    }

    @Override
    protected Scalar lower(Scalar x) {
        return x.sqrt();
    }

    @Override
    protected Output gradient(Ops tf, Output x, Output y, Output dy) {
        return tf.call("SqrtGrad", y, dy);
    }
}
