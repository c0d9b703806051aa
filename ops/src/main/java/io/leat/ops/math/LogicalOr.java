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

/** Whether {@code x} or {@code y} or both are true. */
@OpSpec("LogicalOr(x: bool, y: bool) -> (z: bool)")
public final class LogicalOr extends BinaryElementwise {
    @Endpoint("math.logicalOr")
    public static Output of(Ops tf, Operand x, Operand y) {
        return tf.call("LogicalOr", x, y);
    }

    @Override
    protected long reference(long a, long b, DType type) {
        return a | b;
    }

    @Override
    protected Scalar lower(Scalar a, Scalar b) {
        return a.apply(BinaryFunction.OR, b);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.EXACT;
    }
}
