package io.leat.ops.math;

import io.leat.graph.OpSpec;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ops.family.ComplexFunctions;

/** The gradient of {@link Inv}: {@code -dy * y²} for its output {@code y}, 0 where {@code dy} is 0. */
@OpSpec("InvGrad(y: T, dy: T) -> (z: T); T: {bfloat16, half, float, double, complex64, complex128}")
public final class InvGrad extends GradientOfUnary {
    @Override
    protected double reference(double a, double b) {
        return b == 0 ? 0 : -b * a * a;
    }

    @Override
    protected double[] reference(double aRe, double aIm, double bRe, double bIm) {
        if (bRe == 0 && bIm == 0) {
            return ComplexFunctions.of(0, 0);
        }
        double[] y = ComplexFunctions.of(aRe, -aIm);
        double[] dy = ComplexFunctions.of(bRe, bIm);
        double[] square = ComplexFunctions.multiply(y, y);
        return ComplexFunctions.multiply(-dy[0], -dy[1], square[0], square[1]);
    }

    @Override
    protected Scalar lower(Scalar a, Scalar b) {
        return b.eq(b.constant(0)).select(b.constant(0), b.neg().times(a.times(a)));
    }

    @Override
    protected Output gradientA(Ops tf, Output a, Output b, Output z, Output dz) {
        Output y = Conj.of(tf, a);
        Output twice = tf.call("Mul", Conj.of(tf, dz), tf.constant(-2, a.dtype()));
        return tf.call("Mul", tf.call("Mul", twice, b), y);
    }

    @Override
    protected Output gradientB(Ops tf, Output a, Output b, Output z, Output dz) {
        Output y = Conj.of(tf, a);
        return tf.call("InvGrad", y, dz);
    }
}
