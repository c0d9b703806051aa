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

/** {@code (x - y)²}; of complex numbers {@code (x - y)} times its conjugate. */
@OpSpec("SquaredDifference(x: T, y: T) -> (z: T); "
        + "T: {bfloat16, half, float, double, int32, int64, complex64, complex128}")
public final class SquaredDifference extends BinaryElementwise {
    @Endpoint("math.squaredDifference")
    public static Output of(Ops tf, Operand x, Operand y) {
        return tf.call("SquaredDifference", x, y);
    }

    @Override
    protected double reference(double a, double b) {
        return (a - b) * (a - b);
    }

    @Override
    protected long reference(long a, long b, DType type) {
        return (a - b) * (a - b);
    }

    @Override
    protected double[] reference(double aRe, double aIm, double bRe, double bIm) {
        return ComplexFunctions.of((aRe - bRe) * (aRe - bRe) + (aIm - bIm) * (aIm - bIm), 0);
    }

    @Override
    protected Scalar lower(Scalar a, Scalar b) {
        return a.minus(b).square();
    }

    @Override
    protected Output gradientA(Ops tf, Output a, Output b, Output z, Output dz) {
        Output slope = tf.call("Mul", tf.constant(2, a.dtype()), dz);
        return tf.call("Mul", slope, tf.call("Sub", a, b));
    }

    @Override
    protected Output gradientB(Ops tf, Output a, Output b, Output z, Output dz) {
        Output slope = tf.call("Mul", tf.constant(2, a.dtype()), dz);
        return tf.call("Neg", tf.call("Mul", slope, tf.call("Sub", a, b)));
    }
}
