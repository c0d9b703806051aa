package io.leat.ops.queue;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;

/** Whether a queue is closed. */
abstract class AskClosed extends QueueOp {
    @Override
    protected void infer(Inference c) {
        c.output(0, Shape.SCALAR);
    }

    @Override
    protected void compute(Compute c) {
        c.output(0, Tensor.scalar(queue(c).isClosed()));
    }
}
