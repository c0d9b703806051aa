package io.leat.ops.math;

import io.leat.graph.OpSpec;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ops.family.ComplexFunctions;

/** The gradient of {@link Tanh}: {@code dy * (1 - y²)} for its output {@code y}. */
@OpSpec("TanhGrad(y: T, dy: T) -> (z: T); T: {bfloat16, half, float, double, complex64, complex128}")
public final class TanhGrad extends GradientOfUnary {
    @Override
    protected double reference(double a, double b) {
        return b * (1 - a) * (1 + a);
    }

    @Override
    protected double[] reference(double aRe, double aIm, double bRe, double bIm) {
        double[] y = ComplexFunctions.of(aRe, aIm);
        double[] dy = ComplexFunctions.of(bRe, bIm);
        double[] square = ComplexFunctions.multiply(y, y);
        return ComplexFunctions.multiply(dy, ComplexFunctions.of(1 - square[0], -square[1]));
    }

    @Override
    protected Scalar lower(Scalar a, Scalar b) {
        return b.times(a.constant(1).minus(a).times(a.plus(1)));
    }

    @Override
    protected Output gradientA(Ops tf, Output a, Output b, Output z, Output dz) {
        Output y = Conj.of(tf, a);
        Output twice = tf.call("Mul", dz, tf.constant(-2, a.dtype()));
        return tf.call("Mul", tf.call("Mul", twice, Conj.of(tf, b)), y);
    }

    @Override
    protected Output gradientB(Ops tf, Output a, Output b, Output z, Output dz) {
        Output y = Conj.of(tf, a);
        return tf.call("TanhGrad", y, dz);
    }
}
