package io.leat.ops.queue;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.tensor.Tensor;

/** Takes one tuple out of a queue. */
abstract class DequeueOne extends QueueOp {
    @Override
    protected void infer(Inference c) {
        // the shapes are known to the queue only
    }

    @Override
    protected void compute(Compute c) {
        TupleQueue queue = queue(c);
        Tuples.requireOutputs(c, queue);
        Tensor[] tuple = queue.dequeue(1, false, c.run()).getFirst();
        for (int i = 0; i < tuple.length; i++) {
            c.output(i, tuple[i]);
        }
    }
}
