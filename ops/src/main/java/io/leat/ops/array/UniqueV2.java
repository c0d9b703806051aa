package io.leat.ops.array;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import java.util.List;

/**
 * The different slices along {@code axis} in the order of their first appearance, and for each slice the number of its
 * value. Without an axis (an empty vector) the input must be a vector.
 */
@OpSpec("UniqueV2(x: T, axis: Taxis) -> (y: T, idx: out_idx); T: type; Taxis: {int32, int64} = DT_INT64; "
        + "out_idx: {int32, int64} = DT_INT32")
public final class UniqueV2 extends Uniqueness {
    public UniqueV2() {
        super(true);
    }

    @Endpoint("unique")
    public static List<Output> of(Ops tf, Operand x, Operand axis) {
        return tf.op("UniqueV2").input(x).input(axis).add().outputs();
    }
}
