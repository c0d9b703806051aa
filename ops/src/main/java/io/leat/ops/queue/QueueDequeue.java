package io.leat.ops.queue;

import io.leat.graph.OpSpec;

/** Takes the next tuple out of a queue, when there is one; OUT_OF_RANGE when it is closed and empty. By a reference, as in old graphs. */
@OpSpec("QueueDequeue(handle: Ref(string)) -> (components: component_types); "
        + "component_types: list(type) >= 1; timeout_ms: int = -1")
public final class QueueDequeue extends DequeueOne {}
