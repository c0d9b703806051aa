package io.leat.ops.array;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/**
 * The input surrounded by {@code constant_values}, a scalar: {@code paddings[i]} are the numbers in front of and behind
 * dimension i.
 */
@OpSpec("PadV2(input: T, paddings: Tpaddings, constant_values: T) -> (output: T); T: type; "
        + "Tpaddings: {int32, int64} = DT_INT32")
public final class PadV2 extends Padding {
    @Endpoint("pad")
    public static Output of(Ops tf, Operand input, Operand paddings, Operand value) {
        return tf.call("PadV2", input, paddings, value);
    }
}
