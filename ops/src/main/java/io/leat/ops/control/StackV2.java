package io.leat.ops.control;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Tracing;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Raw;

/** A new stack of tensors. */
@OpSpec(
        value = "StackV2(max_size: int32) -> (handle: resource); elem_type: type; stack_name: string = ''",
        stateful = true)
public final class StackV2 extends Op {
    @Override
    protected void infer(Inference c) {
        c.output(0, Shape.SCALAR);
    }

    @Override
    protected void compute(Compute c) {
        String given = c.attrs().text("stack_name");
        String name = given.isEmpty() ? c.node().name() : given;
        var stack = new Stacks(c.attrs().type("elem_type"), name, Stacks.maxSize(c.input(0)));
        c.output(0, Raw.wrap(DType.RESOURCE, Shape.SCALAR, new Object[] {stack}));
    }

    @Override
    protected boolean trace(Tracing t) {
        t.output(0, new TracedStack());
        return true;
    }
}
