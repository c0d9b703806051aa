package io.leat.ops.control;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.Shape;

/** A variant that holds nothing. */
@OpSpec("OptionalNone() -> (optional: variant)")
public final class OptionalNone extends Op {
    @Override
    protected void infer(Inference c) {
        c.output(0, Shape.SCALAR);
    }

    @Override
    protected void compute(Compute c) {
        c.output(0, Optional.NONE.variant());
    }
}
