package io.leat.ops.list;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;

/** The number of elements of a list. */
@OpSpec("TensorListLength(input_handle: variant) -> (length: int32)")
public final class TensorListLength extends ListOp {
    @Endpoint("list.length")
    public static Output of(Ops tf, Operand list) {
        return tf.call("TensorListLength", list);
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, Shape.SCALAR);
    }

    @Override
    protected void compute(Compute c) {
        c.output(0, Tensor.scalar(TensorList.of(c, 0).size()));
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }
}
