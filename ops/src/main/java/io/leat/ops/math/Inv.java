package io.leat.ops.math;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ops.family.ComplexFunctions;
import io.leat.ops.family.UnaryElementwise;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;

/** {@code 1 / x}: the old name of {@link Reciprocal}. */
@OpSpec("Inv(x: T) -> (y: T); "
        + "T: {bfloat16, half, float, double, int8, int16, int32, int64, complex64, complex128}")
public final class Inv extends UnaryElementwise {
    @Endpoint("math.inv")
    public static Output of(Ops tf, Operand x) {
        return tf.call("Inv", x);
    }

    @Override
    protected double reference(double x) {
        return 1 / x;
    }

    @Override
    protected long reference(long x, DType type) {
        if (x == 0) {
            throw new InvalidArgumentException("Integer division by zero");
        }
        return 1 / x;
    }

    @Override
    protected double[] reference(double re, double im) {
        return ComplexFunctions.divide(1, 0, re, im);
    }

    @Override
    protected Scalar lower(Scalar x) {
        return x.reciprocal();
    }

    @Override
    protected Output gradient(Ops tf, Output x, Output y, Output dy) {
        return tf.call("InvGrad", y, dy);
    }
}
