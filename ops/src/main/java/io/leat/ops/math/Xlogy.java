package io.leat.ops.math;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ops.family.BinaryElementwise;
import io.leat.ops.family.ComplexFunctions;

/** {@code x * log(y)}, but 0 where {@code x} is 0. */
@OpSpec("Xlogy(x: T, y: T) -> (z: T); T: {half, bfloat16, float, double, complex64, complex128}")
public final class Xlogy extends BinaryElementwise {
    @Endpoint("math.xlogy")
    public static Output of(Ops tf, Operand x, Operand y) {
        return tf.call("Xlogy", x, y);
    }

    @Override
    protected double reference(double a, double b) {
        return a == 0 ? 0 : a * Math.log(b);
    }

    @Override
    protected double[] reference(double aRe, double aIm, double bRe, double bIm) {
        return aRe == 0 && aIm == 0
                ? ComplexFunctions.of(0, 0)
                : ComplexFunctions.multiply(ComplexFunctions.of(aRe, aIm), ComplexFunctions.log(bRe, bIm));
    }

    @Override
    protected Scalar lower(Scalar a, Scalar b) {
        return a.eq(a.constant(0)).select(a.constant(0), a.times(b.log()));
    }

    @Override
    protected Output gradientA(Ops tf, Output a, Output b, Output z, Output dz) {
        Output one = Cast.of(tf, tf.call("NotEqual", a, tf.constant(0, a.dtype())), a.dtype());
        return tf.call("Mul", tf.call("Xlogy", one, b), dz);
    }

    @Override
    protected Output gradientB(Ops tf, Output a, Output b, Output z, Output dz) {
        return tf.call("Mul", tf.call("Xdivy", a, b), dz);
    }
}
