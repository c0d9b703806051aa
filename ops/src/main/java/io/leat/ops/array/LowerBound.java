package io.leat.ops.array;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** The number of elements of a sorted row that are less than each value. */
@OpSpec("LowerBound(sorted_inputs: T, values: T) -> (output: out_type); T: type; out_type: {int32, int64} = DT_INT32")
public final class LowerBound extends Bounds {
    public LowerBound() {
        super(false);
    }

    @Endpoint("lowerBound")
    public static Output of(Ops tf, Operand sortedInputs, Operand values) {
        return tf.call("LowerBound", sortedInputs, values);
    }
}
