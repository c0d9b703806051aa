package io.leat.ops.state;

import io.leat.graph.Backprop;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** A copy of {@code tensor} with {@code output[indices[i, 0], indices[i, 1], ...] -= updates[i, ...]}. */
@OpSpec("TensorScatterSub(tensor: T, indices: Tindices, updates: T) -> (output: T); T: type; "
        + "Tindices: {int32, int64}; bad_indices_policy: string = ''")
public final class TensorScatterSub extends TensorScatter {
    public TensorScatterSub() {
        super(Combination.SUB);
    }

    @Endpoint("tensorScatterNdSub")
    public static Output of(Ops tf, Operand tensor, Operand indices, Operand updates) {
        return tf.call("TensorScatterSub", tensor, indices, updates);
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(0, b.dy(0));
        b.dx(2, b.tf().call("Neg", b.tf().call("GatherNd", b.dy(0), b.input(1))));
    }
}
