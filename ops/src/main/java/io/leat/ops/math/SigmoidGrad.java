package io.leat.ops.math;

import io.leat.graph.OpSpec;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ops.family.ComplexFunctions;

/** The gradient of {@link Sigmoid}: {@code dy * y * (1 - y)} for its output {@code y}. */
@OpSpec("SigmoidGrad(y: T, dy: T) -> (z: T); T: {bfloat16, half, float, double, complex64, complex128}")
public final class SigmoidGrad extends GradientOfUnary {
    @Override
    protected double reference(double a, double b) {
        return b * a * (1 - a);
    }

    @Override
    protected double[] reference(double aRe, double aIm, double bRe, double bIm) {
        double[] y = ComplexFunctions.of(aRe, aIm);
        double[] dy = ComplexFunctions.of(bRe, bIm);
        return ComplexFunctions.multiply(dy, ComplexFunctions.multiply(y, ComplexFunctions.of(1 - y[0], -y[1])));
    }

    @Override
    protected Scalar lower(Scalar a, Scalar b) {
        return b.times(a).times(a.constant(1).minus(a));
    }

    @Override
    protected Output gradientA(Ops tf, Output a, Output b, Output z, Output dz) {
        Output y = Conj.of(tf, a);
        Output gb = tf.call("Mul", dz, Conj.of(tf, b));
        Output twice = tf.call("Mul", tf.constant(2, a.dtype()), gb);
        return tf.call("Sub", gb, tf.call("Mul", twice, y));
    }

    @Override
    protected Output gradientB(Ops tf, Output a, Output b, Output z, Output dz) {
        Output y = Conj.of(tf, a);
        return tf.call("SigmoidGrad", y, dz);
    }
}
