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

/** The bits that differ between {@code x} and {@code y}. */
@OpSpec("BitwiseXor(x: T, y: T) -> (z: T); T: {int8, int16, int32, int64, uint8, uint16, uint32, uint64}")
public final class BitwiseXor extends BinaryElementwise {
    @Endpoint("bitwise.bitwiseXor")
    public static Output of(Ops tf, Operand x, Operand y) {
        return tf.call("BitwiseXor", x, y);
    }

    @Override
    protected long reference(long a, long b, DType type) {
        return a ^ b;
    }

    @Override
    protected Scalar lower(Scalar a, Scalar b) {
        return a.apply(BinaryFunction.XOR, b);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.EXACT;
    }
}
