package io.leat.ops.math;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.BinaryFunction;

/** Whether {@code x < y}; false where either is NaN. */
@OpSpec("Less(x: T, y: T) -> (z: bool); T: realnumbertype")
public final class Less extends Comparison {
    @Endpoint("math.less")
    public static Output of(Ops tf, Operand x, Operand y) {
        return tf.call("Less", x, y);
    }

    @Override
    protected BinaryFunction function() {
        return BinaryFunction.LESS;
    }

    @Override
    protected boolean holds(double a, double b) {
        return a < b;
    }
}
