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

/** {@code floor(x / y)}. */
@OpSpec(
        "FloorDiv(x: T, y: T) -> (z: T); "
                + "T: {bfloat16, half, float, double, uint8, int8, uint16, int16, int32, uint32, uint64, int64, complex64, complex128}")
public final class FloorDiv extends BinaryElementwise {
    @Endpoint("math.floorDiv")
    public static Output of(Ops tf, Operand x, Operand y) {
        return tf.call("FloorDiv", x, y);
    }

    @Override
    protected double reference(double a, double b, DType type) {
        return Math.floor(Quotients.of(a, b, type));
    }

    @Override
    protected long reference(long a, long b, DType type) {
        Integers.requireDivisor(b);
        return type.isUnsigned() ? Long.divideUnsigned(a, b) : Math.floorDiv(a, b);
    }

    @Override
    protected Scalar lower(Scalar a, Scalar b) {
        boolean narrow = a.type() == DType.FLOAT16 || a.type() == DType.BFLOAT16;
        return narrow ? a.dividedBy(b).floor() : a.apply(BinaryFunction.FLOOR_DIVIDE, b);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.EXACT;
    }
}
