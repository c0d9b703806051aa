package io.leat.ops.math;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.BinaryFunction;
import io.leat.ir.Scalar;
import io.leat.ir.ScalarFunctions;
import io.leat.ops.family.BinaryElementwise;
import io.leat.ops.family.ComplexFunctions;
import io.leat.tensor.DType;

/** {@code x} to the power {@code y}. Integers wrap, and their exponents must not be negative. */
@OpSpec("Pow(x: T, y: T) -> (z: T); "
        + "T: {bfloat16, float, half, double, int8, int16, int32, int64, complex64, complex128}")
public final class Pow extends BinaryElementwise {
    @Endpoint("math.pow")
    public static Output of(Ops tf, Operand x, Operand y) {
        return tf.call("Pow", x, y);
    }

    @Override
    protected double reference(double a, double b) {
        return ScalarFunctions.REFERENCE.apply(BinaryFunction.POW, a, b);
    }

    @Override
    protected long reference(long a, long b, DType type) {
        return Integers.power(a, b);
    }

    @Override
    protected double[] reference(double aRe, double aIm, double bRe, double bIm) {
        return ComplexFunctions.pow(aRe, aIm, bRe, bIm);
    }

    @Override
    protected Scalar lower(Scalar a, Scalar b) {
        return a.pow(b);
    }

    @Override
    protected Output gradientA(Ops tf, Output a, Output b, Output z, Output dz) {
        Output ca = Conj.of(tf, a);
        Output cb = Conj.of(tf, b);
        Output power = tf.call("Pow", ca, tf.call("Sub", cb, tf.constant(1, b.dtype())));
        return tf.call("Mul", tf.call("Mul", dz, cb), power);
    }

    @Override
    protected Output gradientB(Ops tf, Output a, Output b, Output z, Output dz) {
        Output ca = Conj.of(tf, a);
        Output zero = tf.constant(0, a.dtype());
        // The logarithm counts only where it exists: at 0 the gradient is 0.
        Output defined = tf.call(a.dtype().isComplex() ? "NotEqual" : "Greater", ca, zero);
        Output log = tf.call("Log", tf.call("SelectV2", defined, ca, tf.call("OnesLike", ca)));
        Output safe = tf.call("SelectV2", defined, log, tf.call("ZerosLike", ca));
        return tf.call("Mul", tf.call("Mul", dz, Conj.of(tf, z)), safe);
    }
}
