package io.leat.ops.array;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.Tensor;

/** A constant. */
@OpSpec("Const() -> (output: dtype); value: tensor; dtype: type")
public final class Const extends Op {
    @Override
    protected void infer(Inference c) {
        Tensor value = c.attrs().tensor("value");
        c.output(0, value.shape());
        c.value(0, value);
    }

    @Override
    protected void compute(Compute c) {
        c.output(0, c.attrs().tensor("value"));
    }

    @Override
    protected boolean lower(Lowering c) {
        c.output(0, c.constant(c.attrs().tensor("value")));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        // no inputs
    }
}
