package io.leat.ops.math;

import io.leat.graph.Accuracy;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.BinaryFunction;
import io.leat.ir.Scalar;
import io.leat.ops.family.BinaryElementwise;
import io.leat.tensor.DType;

/** The remainder of {@code x / y} with the sign of {@code x}: the old name of {@link TruncateMod}. */
@OpSpec("Mod(x: T, y: T) -> (z: T); T: {int32, int64, half, half, bfloat16, float, double}")
public final class Mod extends BinaryElementwise {
    @Endpoint("math.mod")
    public static Output of(Ops tf, Operand x, Operand y) {
        return tf.call("Mod", x, y);
    }

    @Override
    protected double reference(double a, double b) {
        return a % b;
    }

    @Override
    protected long reference(long a, long b, DType type) {
        Integers.requireDivisor(b);
        return type.isUnsigned() ? Long.remainderUnsigned(a, b) : a % b;
    }

    @Override
    protected Scalar lower(Scalar a, Scalar b) {
        return a.apply(BinaryFunction.TRUNCATE_MOD, b);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.EXACT;
    }
}
