package io.leat.ops.data;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;

/** Lets an iterator begin a pass over a dataset. */
@OpSpec(value = "MakeIterator(dataset: variant, iterator: resource) -> ()", stateful = true)
public final class MakeIterator extends Op {
    @Override
    protected void infer(Inference c) {
        // no outputs
    }

    @Override
    protected void compute(Compute c) {
        IteratorCell.of(c, 1).start(TupleDataset.of(c, 0));
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }
}
