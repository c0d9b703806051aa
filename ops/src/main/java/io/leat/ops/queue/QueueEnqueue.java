package io.leat.ops.queue;

import io.leat.graph.OpSpec;

/** Puts one tuple into a queue, when there is room for it. By a reference, as in old graphs. */
@OpSpec("QueueEnqueue(handle: Ref(string), components: Tcomponents) -> (); "
        + "Tcomponents: list(type) >= 1; timeout_ms: int = -1")
public final class QueueEnqueue extends EnqueueOne {}
