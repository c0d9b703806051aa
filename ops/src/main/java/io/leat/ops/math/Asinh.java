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

/** The number whose hyperbolic sine is {@code x}. */
@OpSpec("Asinh(x: T) -> (y: T); T: {bfloat16, half, float, double, complex64, complex128}")
public final class Asinh extends UnaryElementwise {
    @Endpoint("math.asinh")
    public static Output of(Ops tf, Operand x) {
        return tf.call("Asinh", x);
    }

    @Override
    protected double reference(double x) {
        return ScalarFunctions.REFERENCE.apply(UnaryFunction.ASINH, x);
    }

    @Override
    protected double[] reference(double re, double im) {
        return ComplexFunctions.asinh(re, im);
    }

    @Override
    protected Scalar lower(Scalar x) {
        return x.apply(UnaryFunction.ASINH);
    }

    @Override
    protected Output gradient(Ops tf, Output x, Output y, Output dy) {
        return tf.call("RealDiv", dy, tf.call("Cosh", Conj.of(tf, y)));
    }
}
