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

/** {@code 1 / (1 + exp(-x))}. */
@OpSpec("Sigmoid(x: T) -> (y: T); T: {bfloat16, half, float, double, complex64, complex128}")
public final class Sigmoid extends UnaryElementwise {
    @Endpoint("math.sigmoid")
    public static Output of(Ops tf, Operand x) {
        return tf.call("Sigmoid", x);
    }

    @Override
    protected double reference(double x) {
        return ScalarFunctions.REFERENCE.apply(UnaryFunction.SIGMOID, x);
    }

    @Override
    protected double[] reference(double re, double im) {
        double[] e = ComplexFunctions.exp(-re, -im);
        return ComplexFunctions.divide(1, 0, 1 + e[0], e[1]);
    }

    @Override
    protected Scalar lower(Scalar x) {
        return x.sigmoid();
    }

    @Override
    protected Output gradient(Ops tf, Output x, Output y, Output dy) {
        return tf.call("SigmoidGrad", Conj.of(tf, y), dy);
    }
}
