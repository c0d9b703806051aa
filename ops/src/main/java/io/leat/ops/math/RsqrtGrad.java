package io.leat.ops.math;

import io.leat.graph.OpSpec;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ops.family.ComplexFunctions;

/** The gradient of {@link Rsqrt}: {@code dy * -0.5 * y³} for its output {@code y}, 0 where {@code dy} is 0. */
@OpSpec("RsqrtGrad(y: T, dy: T) -> (z: T); T: {bfloat16, half, float, double, complex64, complex128}")
public final class RsqrtGrad extends GradientOfUnary {
    @Override
    protected double reference(double a, double b) {
        return b == 0 ? 0 : b * -0.5 * (a * a * a);
    }

    @Override
    protected double[] reference(double aRe, double aIm, double bRe, double bIm) {
        if (bRe == 0 && bIm == 0) {
            return ComplexFunctions.of(0, 0);
        }
        double[] y = ComplexFunctions.of(aRe, -aIm);
        double[] dy = ComplexFunctions.of(bRe, bIm);
        double[] cube = ComplexFunctions.multiply(y, ComplexFunctions.multiply(y, y));
        return ComplexFunctions.multiply(-dy[0] / 2, -dy[1] / 2, cube[0], cube[1]);
    }

    @Override
    protected Scalar lower(Scalar a, Scalar b) {
        return b.eq(b.constant(0))
                .select(b.constant(0), a.times(a).times(b.times(-0.5).times(a)));
    }

    @Override
    protected Output gradientA(Ops tf, Output a, Output b, Output z, Output dz) {
        Output y = Conj.of(tf, a);
        Output slope = tf.call("Mul", tf.constant(-1.5, a.dtype()), Conj.of(tf, dz));
        return tf.call("Mul", tf.call("Mul", slope, b), tf.call("Square", y));
    }

    @Override
    protected Output gradientB(Ops tf, Output a, Output b, Output z, Output dz) {
        Output y = Conj.of(tf, a);
        return tf.call("RsqrtGrad", y, dz);
    }
}
