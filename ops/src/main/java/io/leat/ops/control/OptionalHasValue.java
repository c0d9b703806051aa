package io.leat.ops.control;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;

/** Whether a variant holds something. */
@OpSpec("OptionalHasValue(optional: variant) -> (has_value: bool)")
public final class OptionalHasValue extends Op {
    @Override
    protected void infer(Inference c) {
        c.output(0, Shape.SCALAR);
    }

    @Override
    protected void compute(Compute c) {
        c.output(0, Tensor.scalar(!Optional.of(c).components().isEmpty()));
    }
}
