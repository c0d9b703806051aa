package io.leat.ops.queue;

import io.leat.graph.Endpoint;
import io.leat.graph.Node;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import java.util.List;

/** Puts one tuple into a queue, when there is room for it. */
@OpSpec(
        value = "QueueEnqueueV2(handle: resource, components: Tcomponents) -> (); "
                + "Tcomponents: list(type) >= 1; timeout_ms: int = -1",
        stateful = true)
public final class QueueEnqueueV2 extends EnqueueOne {
    @Endpoint("queue.enqueue")
    public static Node of(Ops tf, Operand queue, List<? extends Operand> components) {
        return tf.op("QueueEnqueueV2").input(queue).inputs(components).add();
    }
}
