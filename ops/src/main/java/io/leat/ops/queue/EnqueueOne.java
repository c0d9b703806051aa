package io.leat.ops.queue;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.tensor.Tensor;
import java.util.List;

/** Puts one tuple into a queue. */
abstract class EnqueueOne extends QueueOp {
    @Override
    protected void infer(Inference c) {
        // no outputs
    }

    @Override
    protected void compute(Compute c) {
        TupleQueue queue = queue(c);
        Tuples.requireCount(queue, c.inputs() - 1);
        Tensor[] tuple = new Tensor[c.inputs() - 1];
        for (int i = 0; i < tuple.length; i++) {
            tuple[i] = c.input(i + 1);
            queue.requireComponent(i, tuple[i].dtype(), tuple[i].shape());
        }
        queue.enqueue(List.<Tensor[]>of(tuple), c.run());
    }
}
