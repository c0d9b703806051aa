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

/** The hyperbolic cosine of {@code x}. */
@OpSpec("Cosh(x: T) -> (y: T); T: {bfloat16, half, float, double, complex64, complex128}")
public final class Cosh extends UnaryElementwise {
    @Endpoint("math.cosh")
    public static Output of(Ops tf, Operand x) {
        return tf.call("Cosh", x);
    }

    @Override
    protected double reference(double x) {
        return Math.cosh(x);
    }

    @Override
    protected double[] reference(double re, double im) {
        return ComplexFunctions.cosh(re, im);
    }

    @Override
    protected Scalar lower(Scalar x) {
        return x.apply(UnaryFunction.COSH);
    }

    @Override
    protected Output gradient(Ops tf, Output x, Output y, Output dy) {
        return tf.call("Mul", dy, tf.call("Sinh", Conj.of(tf, x)));
    }
}
