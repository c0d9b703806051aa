package io.leat.ops.state;

import io.leat.graph.Backprop;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** A copy of {@code tensor} with {@code output[indices[i, 0], indices[i, 1], ...] = updates[i, ...]}. */
@OpSpec("TensorScatterUpdate(tensor: T, indices: Tindices, updates: T) -> (output: T); T: type; "
        + "Tindices: {int16, int32, int64, uint16}; bad_indices_policy: string = ''")
public final class TensorScatterUpdate extends TensorScatter {
    public TensorScatterUpdate() {
        super(Combination.UPDATE);
    }

    @Endpoint("tensorScatterNdUpdate")
    public static Output of(Ops tf, Operand tensor, Operand indices, Operand updates) {
        return tf.call("TensorScatterUpdate", tensor, indices, updates);
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        b.dx(0, of(tf, b.dy(0), b.input(1), tf.call("ZerosLike", b.input(2))));
        b.dx(2, tf.call("GatherNd", b.dy(0), b.input(1)));
    }
}
