package io.leat.ops.queue;

import io.leat.graph.OpSpec;

/** Takes {@code n} tuples out of a queue, as tensors with a row for each; OUT_OF_RANGE when it is closed and has fewer. */
@OpSpec(
        value = "QueueDequeueManyV2(handle: resource, n: int32) -> (components: component_types); "
                + "component_types: list(type) >= 1; timeout_ms: int = -1",
        stateful = true)
public final class QueueDequeueManyV2 extends DequeueRows {
    @Override
    boolean takesFewer() {
        return false;
    }
}
