package io.leat.ops.math;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** Whether {@code x} and {@code y} are equal; NaN is not equal to itself. */
@OpSpec("Equal(x: T, y: T) -> (z: bool); T: type; incompatible_shape_error: bool = true")
public final class Equal extends Equality {
    @Endpoint("math.equal")
    public static Output of(Ops tf, Operand x, Operand y) {
        return tf.call("Equal", x, y);
    }

    @Override
    protected boolean negated() {
        return false;
    }
}
