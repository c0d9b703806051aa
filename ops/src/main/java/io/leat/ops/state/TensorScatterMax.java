package io.leat.ops.state;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** A copy of {@code tensor} whose parts named by {@code indices} are the maximum of themselves and the updates. */
@OpSpec("TensorScatterMax(tensor: T, indices: Tindices, updates: T) -> (output: T); T: type; "
        + "Tindices: {int32, int64}; bad_indices_policy: string = ''")
public final class TensorScatterMax extends TensorScatterExtreme {
    public TensorScatterMax() {
        super(Combination.MAX);
    }

    @Endpoint("tensorScatterNdMax")
    public static Output of(Ops tf, Operand tensor, Operand indices, Operand updates) {
        return tf.call("TensorScatterMax", tensor, indices, updates);
    }
}
