package io.leat.ops.control;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Tracing;

/** Ends a stack: its tensors are gone. */
@OpSpec(value = "StackCloseV2(handle: resource) -> ()", stateful = true)
public final class StackCloseV2 extends Op {
    @Override
    protected void infer(Inference c) {
        // no outputs
    }

    @Override
    protected void compute(Compute c) {
        Stacks.of(c).close();
    }

    @Override
    protected boolean trace(Tracing t) {
        return true; // nothing is kept in the run
    }
}
