package io.leat.ops.queue;

import io.leat.graph.OpSpec;

/** Takes {@code n} tuples out of a queue, or fewer when it is closed, as tensors with a row for each; OUT_OF_RANGE when
 * there are none.
 */
@OpSpec(
        value = "QueueDequeueUpToV2(handle: resource, n: int32) -> (components: component_types); "
                + "component_types: list(type) >= 1; timeout_ms: int = -1",
        stateful = true)
public final class QueueDequeueUpToV2 extends DequeueRows {
    @Override
    boolean takesFewer() {
        return true;
    }
}
