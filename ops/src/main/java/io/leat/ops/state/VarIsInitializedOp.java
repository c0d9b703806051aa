package io.leat.ops.state;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;

/** Whether a resource variable has a value; a scalar. */
@OpSpec(value = "VarIsInitializedOp(resource: resource) -> (is_initialized: bool)", stateful = true)
public final class VarIsInitializedOp extends Op {
    @Override
    protected void infer(Inference c) {
        c.output(0, Shape.SCALAR);
    }

    @Override
    protected void compute(Compute c) {
        c.output(0, Tensor.scalar(Cells.of(c, 0).isInitialized()));
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }
}
