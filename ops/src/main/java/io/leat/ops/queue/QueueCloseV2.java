package io.leat.ops.queue;

import io.leat.graph.Endpoint;
import io.leat.graph.Node;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;

/** Closes a queue: nothing can be put in any more, what is in it can still be taken out. */
@OpSpec(value = "QueueCloseV2(handle: resource) -> (); cancel_pending_enqueues: bool = false", stateful = true)
public final class QueueCloseV2 extends CloseQueue {
    @Endpoint("queue.close")
    public static Node of(Ops tf, Operand queue, boolean cancelPendingEnqueues) {
        return tf.op("QueueCloseV2")
                .input(queue)
                .attr("cancel_pending_enqueues", cancelPendingEnqueues)
                .add();
    }
}
