package io.leat.ops.queue;

import io.leat.graph.Endpoint;
import io.leat.graph.Node;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import java.util.List;

/** Puts the rows of tensors into a queue as tuples, one by one when there is room. */
@OpSpec(
        value = "QueueEnqueueManyV2(handle: resource, components: Tcomponents) -> (); "
                + "Tcomponents: list(type) >= 1; timeout_ms: int = -1",
        stateful = true)
public final class QueueEnqueueManyV2 extends EnqueueRows {
    @Endpoint("queue.enqueueMany")
    public static Node of(Ops tf, Operand queue, List<? extends Operand> components) {
        return tf.op("QueueEnqueueManyV2").input(queue).inputs(components).add();
    }
}
