package io.leat.ops.tensorarray;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.graph.Tracing;

/** Forgets the elements of an array before the run ends: no op can use it after this. */
@OpSpec(value = "TensorArrayCloseV3(handle: resource) -> ()", stateful = true)
public final class TensorArrayCloseV3 extends ArrayOp {
    @Override
    protected void infer(Inference c) {
        // no outputs
    }

    @Override
    protected void compute(Compute c) {
        array(c).close();
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }

    @Override
    protected boolean trace(Tracing t) {
        return true; // nothing is kept in the run
    }
}
