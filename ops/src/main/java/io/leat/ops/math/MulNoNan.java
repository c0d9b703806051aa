package io.leat.ops.math;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ops.family.BinaryElementwise;
import io.leat.ops.family.ComplexFunctions;

/** {@code x * y}, but 0 where {@code y} is 0, whatever {@code x} is. */
@OpSpec("MulNoNan(x: T, y: T) -> (z: T); T: {bfloat16, half, float, double, complex64, complex128}")
public final class MulNoNan extends BinaryElementwise {
    @Endpoint("math.multiplyNoNan")
    public static Output of(Ops tf, Operand x, Operand y) {
        return tf.call("MulNoNan", x, y);
    }

    @Override
    protected double reference(double a, double b) {
        return b == 0 ? 0 : a * b;
    }

    @Override
    protected double[] reference(double aRe, double aIm, double bRe, double bIm) {
        return bRe == 0 && bIm == 0 ? ComplexFunctions.of(0, 0) : ComplexFunctions.multiply(aRe, aIm, bRe, bIm);
    }

    @Override
    protected Scalar lower(Scalar a, Scalar b) {
        return b.eq(b.constant(0)).select(b.constant(0), a.times(b));
    }

    @Override
    protected Output gradientA(Ops tf, Output a, Output b, Output z, Output dz) {
        return tf.call("MulNoNan", dz, Conj.of(tf, b));
    }

    @Override
    protected Output gradientB(Ops tf, Output a, Output b, Output z, Output dz) {
        return tf.call("MulNoNan", Conj.of(tf, a), dz);
    }
}
