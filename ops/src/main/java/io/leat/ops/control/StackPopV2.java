package io.leat.ops.control;

import io.leat.graph.Compute;
import io.leat.graph.FlowRole;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Tracing;
import io.leat.tensor.Shape;

/** Takes the tensor from a stack that was put there last. */
@OpSpec(value = "StackPopV2(handle: resource) -> (elem: elem_type); elem_type: type", stateful = true)
public final class StackPopV2 extends Op {
    @Override
    protected void infer(Inference c) {
        c.output(0, Shape.UNKNOWN);
    }

    @Override
    protected void compute(Compute c) {
        c.output(0, Stacks.of(c).pop());
    }

    @Override
    public FlowRole flowRole() {
        return FlowRole.ALONE;
    }

    @Override
    protected boolean trace(Tracing t) {
        t.output(0, t.thing(0, TracedStack.class).pop());
        return true;
    }
}
