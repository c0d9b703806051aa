package io.leat.ops.control;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Tracing;

/** Puts a tensor on a stack and gives it on. */
@OpSpec(
        value = "StackPushV2(handle: resource, elem: T) -> (output: T); T: type; swap_memory: bool = false",
        stateful = true)
public final class StackPushV2 extends Op {
    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(1));
    }

    @Override
    protected void compute(Compute c) {
        Stacks.of(c).push(c.input(1));
        c.output(0, c.input(1));
    }

    @Override
    protected boolean trace(Tracing t) {
        t.thing(0, TracedStack.class).push(t.input(1));
        t.output(0, t.input(1));
        return true;
    }
}
