package io.leat.ops.array;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import java.util.List;

/** {@code UniqueV2}, and how often each slice appears. */
@OpSpec("UniqueWithCountsV2(x: T, axis: Taxis) -> (y: T, idx: out_idx, count: out_idx); T: type; "
        + "Taxis: {int32, int64} = DT_INT64; out_idx: {int32, int64} = DT_INT32")
public final class UniqueWithCountsV2 extends Uniqueness {
    public UniqueWithCountsV2() {
        super(true);
    }

    @Endpoint("uniqueWithCounts")
    public static List<Output> of(Ops tf, Operand x, Operand axis) {
        return tf.op("UniqueWithCountsV2").input(x).input(axis).add().outputs();
    }
}
