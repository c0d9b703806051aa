package io.leat.ops.math;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ops.family.BinaryElementwise;
import io.leat.ops.family.ComplexFunctions;

/** {@code x / y}, but 0 where {@code x} is 0. */
@OpSpec("Xdivy(x: T, y: T) -> (z: T); T: {half, bfloat16, float, double, complex64, complex128}")
public final class Xdivy extends BinaryElementwise {
    @Endpoint("math.xdivy")
    public static Output of(Ops tf, Operand x, Operand y) {
        return tf.call("Xdivy", x, y);
    }

    @Override
    protected double reference(double a, double b) {
        return a == 0 ? 0 : a / b;
    }

    @Override
    protected double[] reference(double aRe, double aIm, double bRe, double bIm) {
        return aRe == 0 && aIm == 0 ? ComplexFunctions.of(0, 0) : ComplexFunctions.divide(aRe, aIm, bRe, bIm);
    }

    @Override
    protected Scalar lower(Scalar a, Scalar b) {
        return a.eq(a.constant(0)).select(a.constant(0), a.dividedBy(b));
    }

    @Override
    protected Output gradientA(Ops tf, Output a, Output b, Output z, Output dz) {
        Output one = Cast.of(tf, tf.call("NotEqual", a, tf.constant(0, a.dtype())), a.dtype());
        return tf.call("Mul", tf.call("Xdivy", one, b), dz);
    }

    @Override
    protected Output gradientB(Ops tf, Output a, Output b, Output z, Output dz) {
        return tf.call("Mul", tf.call("Xdivy", tf.call("Neg", a), tf.call("Square", b)), dz);
    }
}
