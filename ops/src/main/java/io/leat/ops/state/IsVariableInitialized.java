package io.leat.ops.state;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;

/** Whether a reference variable has a value; a scalar. */
@OpSpec("IsVariableInitialized(ref: Ref(dtype)) -> (is_initialized: bool); dtype: type")
public final class IsVariableInitialized extends Op {
    @Override
    protected void infer(Inference c) {
        c.output(0, Shape.SCALAR);
    }

    @Override
    protected boolean isFoldable() {
        return false;
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
