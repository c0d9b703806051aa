package io.leat.ops.control;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;

/** Does nothing; stands for the nodes that run before it. */
@OpSpec("NoOp() -> ()")
public final class NoOp extends Op {
    @Override
    protected void infer(Inference c) {
        // no outputs
    }

    @Override
    protected void compute(Compute c) {
        // nothing
    }

    @Override
    protected boolean lower(Lowering c) {
        return true;
    }
}
