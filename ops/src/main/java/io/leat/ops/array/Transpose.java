package io.leat.ops.array;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** The input with its dimensions in another order: output dimension i is input dimension {@code perm[i]}. */
@OpSpec("Transpose(x: T, perm: Tperm) -> (y: T); T: type; Tperm: {int32, int64} = DT_INT32")
public final class Transpose extends Permuting {
    @Endpoint("transpose")
    public static Output of(Ops tf, Operand x, int... perm) {
        return tf.call("Transpose", x, tf.constant(perm));
    }
}
