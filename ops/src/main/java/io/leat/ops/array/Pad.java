package io.leat.ops.array;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** The input surrounded by zeros: {@code paddings[i]} are the numbers in front of and behind dimension i. */
@OpSpec("Pad(input: T, paddings: Tpaddings) -> (output: T); T: type; Tpaddings: {int32, int64} = DT_INT32")
public final class Pad extends Padding {
    @Endpoint("pad")
    public static Output of(Ops tf, Operand input, Operand paddings) {
        return tf.call("Pad", input, paddings);
    }
}
