package io.leat.ops.queue;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;

/** The number of tuples in a queue. */
abstract class CountQueue extends QueueOp {
    @Override
    protected void infer(Inference c) {
        c.output(0, Shape.SCALAR);
    }

    @Override
    protected void compute(Compute c) {
        c.output(0, Tensor.scalar(queue(c).size()));
    }
}
