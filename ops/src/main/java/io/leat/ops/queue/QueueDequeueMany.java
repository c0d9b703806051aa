package io.leat.ops.queue;

import io.leat.graph.OpSpec;

/** Takes {@code n} tuples out of a queue, as tensors with a row for each; OUT_OF_RANGE when it is closed and has fewer. By a reference, as in old graphs. */
@OpSpec("QueueDequeueMany(handle: Ref(string), n: int32) -> (components: component_types); "
        + "component_types: list(type) >= 1; timeout_ms: int = -1")
public final class QueueDequeueMany extends DequeueRows {
    @Override
    boolean takesFewer() {
        return false;
    }
}
