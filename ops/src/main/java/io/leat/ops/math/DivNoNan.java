package io.leat.ops.math;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ops.family.BinaryElementwise;
import io.leat.ops.family.ComplexFunctions;

/** {@code x / y}, but 0 where {@code y} is 0. */
@OpSpec("DivNoNan(x: T, y: T) -> (z: T); T: {half, float, bfloat16, double, complex64, complex128}")
public final class DivNoNan extends BinaryElementwise {
    @Endpoint("math.divideNoNan")
    public static Output of(Ops tf, Operand x, Operand y) {
        return tf.call("DivNoNan", x, y);
    }

    @Override
    protected double reference(double a, double b) {
        return b == 0 ? 0 : a / b;
    }

    @Override
    protected double[] reference(double aRe, double aIm, double bRe, double bIm) {
        return bRe == 0 && bIm == 0 ? ComplexFunctions.of(0, 0) : ComplexFunctions.divide(aRe, aIm, bRe, bIm);
    }

    @Override
    protected Scalar lower(Scalar a, Scalar b) {
        return b.eq(b.constant(0)).select(b.constant(0), a.dividedBy(b));
    }

    @Override
    protected Output gradientA(Ops tf, Output a, Output b, Output z, Output dz) {
        return tf.call("DivNoNan", dz, Conj.of(tf, b));
    }

    @Override
    protected Output gradientB(Ops tf, Output a, Output b, Output z, Output dz) {
        Output cb = Conj.of(tf, b);
        Output slope = tf.call("DivNoNan", tf.call("DivNoNan", tf.call("Neg", Conj.of(tf, a)), cb), cb);
        return tf.call("Mul", dz, slope);
    }
}
