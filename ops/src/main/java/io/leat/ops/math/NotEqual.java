package io.leat.ops.math;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** Whether {@code x} and {@code y} differ; NaN differs from itself. */
@OpSpec("NotEqual(x: T, y: T) -> (z: bool); T: type; incompatible_shape_error: bool = true")
public final class NotEqual extends Equality {
    @Endpoint("math.notEqual")
    public static Output of(Ops tf, Operand x, Operand y) {
        return tf.call("NotEqual", x, y);
    }

    @Override
    protected boolean negated() {
        return true;
    }
}
