package io.leat.ops.math;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ops.family.BinaryElementwise;
import io.leat.ops.family.ComplexFunctions;
import io.leat.tensor.DType;

/** {@code x / y}; of integers rounded towards zero. */
@OpSpec(
        "Div(x: T, y: T) -> (z: T); "
                + "T: {bfloat16, half, float, double, uint8, int8, uint16, int16, int32, uint32, uint64, int64, complex64, complex128}")
public final class Div extends BinaryElementwise {
    @Endpoint("math.div")
    public static Output of(Ops tf, Operand x, Operand y) {
        return tf.call("Div", x, y);
    }

    @Override
    protected double reference(double a, double b) {
        return a / b;
    }

    @Override
    protected long reference(long a, long b, DType type) {
        Integers.requireDivisor(b);
        return type.isUnsigned() ? Long.divideUnsigned(a, b) : a / b;
    }

    @Override
    protected double[] reference(double aRe, double aIm, double bRe, double bIm) {
        return ComplexFunctions.divide(aRe, aIm, bRe, bIm);
    }

    @Override
    protected Scalar lower(Scalar a, Scalar b) {
        return a.dividedBy(b);
    }

    @Override
    protected Output gradientA(Ops tf, Output a, Output b, Output z, Output dz) {
        return tf.call("Div", dz, Conj.of(tf, b));
    }

    @Override
    protected Output gradientB(Ops tf, Output a, Output b, Output z, Output dz) {
        Output cb = Conj.of(tf, b);
        Output slope = tf.call("Div", tf.call("Div", tf.call("Neg", Conj.of(tf, a)), cb), cb);
        return tf.call("Mul", dz, slope);
    }
}
