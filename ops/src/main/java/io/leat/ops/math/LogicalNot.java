package io.leat.ops.math;

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

/** Whether {@code x} is false. */
@OpSpec("LogicalNot(x: bool) -> (y: bool)")
public final class LogicalNot extends UnaryElementwise {
    @Endpoint("math.logicalNot")
    public static Output of(Ops tf, Operand x) {
        return tf.call("LogicalNot", x);
    }

    @Override
    protected long reference(long x, DType type) {
        return 1 - x;
    }

    @Override
    protected Scalar lower(Scalar x) {
        return x.not();
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
