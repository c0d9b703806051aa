package io.leat.ops.bitwise;

import io.leat.graph.Accuracy;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ir.UnaryFunction;
import io.leat.ops.family.UnaryElementwise;
import io.leat.tensor.DType;
import org.jspecify.annotations.Nullable;

/** The bits of {@code x} flipped. */
@OpSpec("Invert(x: T) -> (y: T); T: {int8, int16, int32, int64, uint8, uint16, uint32, uint64}")
public final class Invert extends UnaryElementwise {
    @Endpoint("bitwise.invert")
    public static Output of(Ops tf, Operand x) {
        return tf.call("Invert", x);
    }

    @Override
    protected long reference(long x, DType type) {
        return ~x;
    }

    @Override
    protected Scalar lower(Scalar x) {
        return x.apply(UnaryFunction.INVERT);
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
