package io.leat.ops.math;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.BinaryFunction;
import io.leat.ir.Scalar;
import io.leat.ops.family.BinaryElementwise;
import io.leat.tensor.DType;

/** {@code x - floor(x / y) * y}: the remainder with the sign of {@code y}. */
@OpSpec("FloorMod(x: T, y: T) -> (z: T); T: realnumbertype")
public final class FloorMod extends BinaryElementwise {
    @Endpoint("math.floorMod")
    public static Output of(Ops tf, Operand x, Operand y) {
        return tf.call("FloorMod", x, y);
    }

    @Override
    protected double reference(double a, double b) {
        double remainder = a % b;
        return remainder != 0 && b < 0 != remainder < 0 ? remainder + b : remainder;
    }

    @Override
    protected long reference(long a, long b, DType type) {
        Integers.requireDivisor(b);
        return type.isUnsigned() ? Long.remainderUnsigned(a, b) : Math.floorMod(a, b);
    }

    @Override
    protected Scalar lower(Scalar a, Scalar b) {
        return a.apply(BinaryFunction.FLOOR_MOD, b);
    }

    @Override
    protected Output gradientA(Ops tf, Output a, Output b, Output z, Output dz) {
        return dz;
    }

    @Override
    protected Output gradientB(Ops tf, Output a, Output b, Output z, Output dz) {
        return tf.call("Mul", dz, tf.call("Neg", tf.call("FloorDiv", a, b)));
    }
}
