package io.leat.ops.math;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.BinaryFunction;
import io.leat.ir.Scalar;
import io.leat.ops.family.BinaryElementwise;

/** The angle of the point with abscissa {@code x} and ordinate {@code y}, in {@code [-π, π]}. */
@OpSpec("Atan2(y: T, x: T) -> (z: T); T: {bfloat16, half, float, double}")
public final class Atan2 extends BinaryElementwise {
    @Endpoint("math.atan2")
    public static Output of(Ops tf, Operand y, Operand x) {
        return tf.call("Atan2", y, x);
    }

    @Override
    protected double reference(double a, double b) {
        return Math.atan2(a, b);
    }

    @Override
    protected Scalar lower(Scalar a, Scalar b) {
        return a.apply(BinaryFunction.ATAN2, b);
    }

    @Override
    protected Output gradientA(Ops tf, Output a, Output b, Output z, Output dz) {
        Output inverse = tf.call("RealDiv", dz, tf.call("AddV2", tf.call("Square", b), tf.call("Square", a)));
        return tf.call("Mul", b, inverse);
    }

    @Override
    protected Output gradientB(Ops tf, Output a, Output b, Output z, Output dz) {
        Output inverse = tf.call("RealDiv", dz, tf.call("AddV2", tf.call("Square", b), tf.call("Square", a)));
        return tf.call("Mul", tf.call("Neg", a), inverse);
    }
}
