package io.leat.ops.control;

import io.leat.graph.Compute;
import io.leat.graph.FlowRole;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;

/** Does nothing after the nodes that it waits for, also when these are dead. */
@OpSpec("ControlTrigger() -> ()")
public final class ControlTrigger extends Op {
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

    @Override
    public FlowRole flowRole() {
        return FlowRole.TRIGGER;
    }
}
