package io.leat.ops.bitwise;

import io.leat.graph.Accuracy;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ops.family.UnaryElementwise;
import io.leat.tensor.DType;
import org.jspecify.annotations.Nullable;

/** The number of bits of {@code x} that are 1. */
@OpSpec("PopulationCount(x: T) -> (y: uint8); T: {int8, int16, int32, int64, uint8, uint16, uint32, uint64}")
public final class PopulationCount extends UnaryElementwise {
    @Endpoint("bitwise.populationCount")
    public static Output of(Ops tf, Operand x) {
        return tf.call("PopulationCount", x);
    }

    @Override
    protected long reference(long x, DType type) {
        return Long.bitCount(type.bytes() == 8 ? x : x & (1L << 8 * type.bytes()) - 1);
    }

    @Override
    protected @Nullable Scalar lower(Scalar x) {
        return null;
    }

    @Override
    protected @Nullable Output gradient(Ops tf, Output x, Output y, Output dy) {
        return null;
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.EXACT;
    }
}
