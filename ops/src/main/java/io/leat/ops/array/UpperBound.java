package io.leat.ops.array;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** The number of elements of a sorted row that are not greater than each value. */
@OpSpec("UpperBound(sorted_inputs: T, values: T) -> (output: out_type); T: type; out_type: {int32, int64} = DT_INT32")
public final class UpperBound extends Bounds {
    public UpperBound() {
        super(true);
    }

    @Endpoint("upperBound")
    public static Output of(Ops tf, Operand sortedInputs, Operand values) {
        return tf.call("UpperBound", sortedInputs, values);
    }
}
