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

/** {@code x * x}. Integers wrap. */
@OpSpec(
        "Square(x: T) -> (y: T); "
                + "T: {bfloat16, half, float, double, int8, int16, int32, int64, uint8, uint16, uint32, uint64, complex64, complex128}")
public final class Square extends UnaryElementwise {
    @Endpoint("math.square")
    public static Output of(Ops tf, Operand x) {
        return tf.call("Square", x);
    }

    @Override
    protected double reference(double x) {
        return x * x;
    }

    @Override
    protected long reference(long x, DType type) {
        return x * x;
    }

    @Override
    protected double[] reference(double re, double im) {
        return ComplexFunctions.multiply(re, im, re, im);
    }

    @Override
    protected Scalar lower(Scalar x) {
        return x.square();
    }

    @Override
    protected Output gradient(Ops tf, Output x, Output y, Output dy) {
        return tf.call("Mul", dy, tf.call("Mul", tf.constant(2, x.dtype()), Conj.of(tf, x)));
    }
}
