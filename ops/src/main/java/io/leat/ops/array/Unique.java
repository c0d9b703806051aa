package io.leat.ops.array;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import java.util.List;

/** The different elements of a vector in the order of their first appearance, and for each element the number of its value. */
@OpSpec("Unique(x: T) -> (y: T, idx: out_idx); T: type; out_idx: {int32, int64} = DT_INT32")
public final class Unique extends Uniqueness {
    public Unique() {
        super(false);
    }

    @Endpoint("unique")
    public static List<Output> of(Ops tf, Operand x) {
        return tf.op("Unique").input(x).add().outputs();
    }
}
