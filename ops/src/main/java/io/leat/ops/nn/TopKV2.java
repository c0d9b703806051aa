package io.leat.ops.nn;

import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The k greatest elements of each row of the last dimension, in descending order, and their indices within the row. Of equal
 * elements the one with the lower index comes first.
 */
@OpSpec("TopKV2(input: T, k: Tk) -> (values: T, indices: index_type); sorted: bool = true; T: "
        + "realnumbertype; Tk: {int16, int32, int64} = DT_INT32; index_type: {int16, int32, int64} = DT_INT32")
public final class TopKV2 extends TopRows {
    /** Two outputs, [..., k]: the greatest elements in descending order, and their int32 indices within the row. */
    @Endpoint("nn.topK")
    public static List<Output> of(Ops tf, Operand input, Operand k) {
        return tf.op("TopKV2").input(input).input(k).add().outputs();
    }

    /** Two outputs, [..., k]: the greatest elements in descending order, and their int32 indices within the row. */
    @Endpoint("nn.topK")
    public static List<Output> of(Ops tf, Operand input, int k) {
        return of(tf, input, tf.constant(k));
    }

    @Override
    @Nullable
    Long k(Inference c) {
        c.shape(1).withRank(0);
        return c.integer(1);
    }

    @Override
    long k(Compute c) {
        if (c.shape(1).rank() != 0) {
            throw new InvalidArgumentException("k must be scalar, got shape " + c.shape(1));
        }
        return c.integers(1)[0];
    }
}
