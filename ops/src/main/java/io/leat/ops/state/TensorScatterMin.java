package io.leat.ops.state;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** A copy of {@code tensor} whose parts named by {@code indices} are the minimum of themselves and the updates. */
@OpSpec("TensorScatterMin(tensor: T, indices: Tindices, updates: T) -> (output: T); T: type; "
        + "Tindices: {int32, int64}; bad_indices_policy: string = ''")
public final class TensorScatterMin extends TensorScatterExtreme {
    public TensorScatterMin() {
        super(Combination.MIN);
    }

    @Endpoint("tensorScatterNdMin")
    public static Output of(Ops tf, Operand tensor, Operand indices, Operand updates) {
        return tf.call("TensorScatterMin", tensor, indices, updates);
    }
}
