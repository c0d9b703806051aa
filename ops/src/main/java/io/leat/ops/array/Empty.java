package io.leat.ops.array;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Raw;

/** A tensor of the given shape. Its elements are zeros, whatever {@code init} says. */
@OpSpec(value = "Empty(shape: int32) -> (output: dtype); dtype: type; init: bool = false", stateful = true)
public final class Empty extends Op {
    @Override
    protected void infer(Inference c) {
        c.shape(0, 1);
        c.output(0, c.shapeValue(0));
    }

    @Override
    protected void compute(Compute c) {
        c.output(0, Raw.allocate(c.outputDType(0), Shape.of(c.integers(0)).requireFullyKnown()));
    }

    @Override
    protected void gradient(Backprop b) {
        // integers: no gradient
    }
}
