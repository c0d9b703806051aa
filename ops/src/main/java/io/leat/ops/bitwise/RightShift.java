package io.leat.ops.bitwise;

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

/**
 * The bits of {@code x} moved down by {@code y}, which counts as the nearest of 0 and the number of bits less 1; the
 * sign of a signed {@code x} stays.
 */
@OpSpec("RightShift(x: T, y: T) -> (z: T); T: {int8, int16, int32, int64, uint8, uint16, uint32, uint64}")
public final class RightShift extends BinaryElementwise {
    @Endpoint("bitwise.rightShift")
    public static Output of(Ops tf, Operand x, Operand y) {
        return tf.call("RightShift", x, y);
    }

    @Override
    protected long reference(long a, long b, DType type) {
        int count = Shifts.count(b, type);
        return type.isUnsigned() ? a >>> count : a >> count;
    }

    @Override
    protected Scalar lower(Scalar a, Scalar b) {
        return a.apply(BinaryFunction.SHIFT_RIGHT, b);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.EXACT;
    }
}
