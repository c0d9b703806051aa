package io.leat.ops.data;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;

/** A string that names an iterator, for {@code IteratorFromStringHandleV2} in the same session. */
@OpSpec(value = "IteratorToStringHandle(resource_handle: resource) -> (string_handle: string)", stateful = true)
public final class IteratorToStringHandle extends Op {
    @Override
    protected void infer(Inference c) {
        c.output(0, Shape.SCALAR);
    }

    @Override
    protected void compute(Compute c) {
        c.output(0, Tensor.scalar(IteratorCell.of(c, 0).name()));
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }
}
