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

/** The number, at least 0, whose hyperbolic cosine is {@code x}; NaN below 1. */
@OpSpec("Acosh(x: T) -> (y: T); T: {bfloat16, half, float, double, complex64, complex128}")
public final class Acosh extends UnaryElementwise {
    @Endpoint("math.acosh")
    public static Output of(Ops tf, Operand x) {
        return tf.call("Acosh", x);
    }

    @Override
    protected double reference(double x) {
        return ScalarFunctions.REFERENCE.apply(UnaryFunction.ACOSH, x);
    }

    @Override
    protected double[] reference(double re, double im) {
        return ComplexFunctions.acosh(re, im);
    }

    @Override
    protected Scalar lower(Scalar x) {
        return x.apply(UnaryFunction.ACOSH);
    }

    @Override
    protected Output gradient(Ops tf, Output x, Output y, Output dy) {
        return tf.call("RealDiv", dy, tf.call("Sinh", Conj.of(tf, y)));
    }
}
