package io.leat.ops.queue;

import io.leat.graph.Attr;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import java.util.List;

/** Takes the next tuple out of a queue, when there is one; OUT_OF_RANGE when it is closed and empty. */
@OpSpec(
        value = "QueueDequeueV2(handle: resource) -> (components: component_types); "
                + "component_types: list(type) >= 1; timeout_ms: int = -1",
        stateful = true)
public final class QueueDequeueV2 extends DequeueOne {
    @Endpoint("queue.dequeue")
    public static List<Output> of(Ops tf, Operand queue, List<DType> types) {
        return tf.op("QueueDequeueV2")
                .input(queue)
                .attr(
                        "component_types",
                        new Attr.Items(types.stream().<Attr>map(Attr::of).toList()))
                .add()
                .outputs();
    }
}
