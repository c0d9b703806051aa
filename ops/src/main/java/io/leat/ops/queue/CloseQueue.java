package io.leat.ops.queue;

import io.leat.graph.Compute;
import io.leat.graph.Inference;

/** Closes a queue. */
abstract class CloseQueue extends QueueOp {
    @Override
    protected void infer(Inference c) {
        // no outputs
    }

    @Override
    protected void compute(Compute c) {
        queue(c).close(c.attrs().bool("cancel_pending_enqueues"), c.run());
    }
}
