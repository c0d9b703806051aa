package io.leat.ops.queue;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** The number of tuples in a queue. */
@OpSpec(value = "QueueSizeV2(handle: resource) -> (size: int32)", stateful = true)
public final class QueueSizeV2 extends CountQueue {
    @Endpoint("queue.size")
    public static Output of(Ops tf, Operand queue) {
        return tf.call("QueueSizeV2", queue);
    }
}
