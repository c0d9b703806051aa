package io.leat.ops.math;

import io.leat.graph.Accuracy;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ops.family.BinaryElementwise;
import io.leat.tensor.DType;
import org.jspecify.annotations.Nullable;

/** The number next to {@code x1} in the direction of {@code x2}; {@code x2} itself where they are equal. */
@OpSpec("NextAfter(x1: T, x2: T) -> (output: T); T: {double, float} = DT_FLOAT")
public final class NextAfter extends BinaryElementwise {
    @Endpoint("math.nextAfter")
    public static Output of(Ops tf, Operand x1, Operand x2) {
        return tf.call("NextAfter", x1, x2);
    }

    @Override
    protected double reference(double a, double b, DType type) {
        return type == DType.FLOAT32 ? Math.nextAfter((float) a, b) : Math.nextAfter(a, b);
    }

    @Override
    protected @Nullable Scalar lower(Scalar a, Scalar b) {
        return null;
    }

    @Override
    protected Output gradientA(Ops tf, Output a, Output b, Output z, Output dz) {
        return tf.call("Mul", tf.call("OnesLike", z), dz);
    }

    @Override
    protected Output gradientB(Ops tf, Output a, Output b, Output z, Output dz) {
        return tf.call("ZerosLike", dz);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.EXACT;
    }
}
