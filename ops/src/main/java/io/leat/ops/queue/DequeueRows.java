package io.leat.ops.queue;

import io.leat.graph.Compute;
import io.leat.graph.Inference;

/** Takes tuples out of a queue, as one tensor for each component. */
abstract class DequeueRows extends QueueOp {
    /** Whether fewer tuples than asked for are enough when the queue is closed. */
    abstract boolean takesFewer();

    @Override
    protected void infer(Inference c) {
        c.shape(1, 0);
    }

    @Override
    protected void compute(Compute c) {
        Tuples.dequeue(c, queue(c), takesFewer());
    }
}
