package io.leat.ops.queue;

import io.leat.graph.OpSpec;

/** Takes {@code n} tuples out of a queue, or fewer when it is closed, as tensors with a row for each; OUT_OF_RANGE when
 * there are none.
 * By a reference, as in old graphs. */
@OpSpec("QueueDequeueUpTo(handle: Ref(string), n: int32) -> (components: component_types); "
        + "component_types: list(type) >= 1; timeout_ms: int = -1")
public final class QueueDequeueUpTo extends DequeueRows {
    @Override
    boolean takesFewer() {
        return true;
    }
}
