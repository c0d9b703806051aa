package io.leat.ops.list;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.graph.Ops;
import io.leat.tensor.InvalidArgumentException;

/** The list cut, or filled up with missing elements, to {@code size} elements. */
@OpSpec("TensorListResize(input_handle: variant, size: int32) -> (output_handle: variant)")
public final class TensorListResize extends ListOp {
    @Override
    protected void infer(Inference c) {
        sameList(c, 0, 0);
    }

    @Override
    protected void compute(Compute c) {
        TensorList list = TensorList.of(c, 0);
        int size = scalarInt(c, 1, "size");
        if (size < 0) {
            throw new InvalidArgumentException("TensorListSlice expects size to be non-negative. Got: " + size);
        }
        c.output(0, list.with(list.items().resized(size)).tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        b.dx(0, tf.call("TensorListResize", b.dy(0), tf.call("TensorListLength", b.input(0))));
    }
}
