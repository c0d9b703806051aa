package io.leat.ops.math;

import io.leat.graph.OpSpec;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ops.family.ComplexFunctions;

/** The gradient of {@link Sqrt}: {@code dy * 0.5 / y} for its output {@code y}, 0 where {@code dy} is 0. */
@OpSpec("SqrtGrad(y: T, dy: T) -> (z: T); T: {bfloat16, half, float, double, complex64, complex128}")
public final class SqrtGrad extends GradientOfUnary {
    @Override
    protected double reference(double a, double b) {
        return b == 0 ? 0 : b * 0.5 / a;
    }

    @Override
    protected double[] reference(double aRe, double aIm, double bRe, double bIm) {
        if (bRe == 0 && bIm == 0) {
            return ComplexFunctions.of(0, 0);
        }
        double[] y = ComplexFunctions.of(aRe, -aIm);
        double[] dy = ComplexFunctions.of(bRe, bIm);
        return ComplexFunctions.divide(ComplexFunctions.of(dy[0] / 2, dy[1] / 2), y);
    }

    @Override
    protected Scalar lower(Scalar a, Scalar b) {
        return b.eq(b.constant(0)).select(b.constant(0), b.times(0.5).dividedBy(a));
    }

    @Override
    protected Output gradientA(Ops tf, Output a, Output b, Output z, Output dz) {
        return tf.call("Mul", tf.call("Neg", Conj.of(tf, tf.call("RealDiv", dz, a))), z);
    }

    @Override
    protected Output gradientB(Ops tf, Output a, Output b, Output z, Output dz) {
        return tf.call("Mul", tf.constant(0.5, a.dtype()), tf.call("RealDiv", dz, a));
    }
}
