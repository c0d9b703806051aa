package io.leat.ops.queue;

import io.leat.graph.OpSpec;

/** Puts the rows of tensors into a queue as tuples, one by one when there is room. By a reference, as in old graphs. */
@OpSpec("QueueEnqueueMany(handle: Ref(string), components: Tcomponents) -> (); "
        + "Tcomponents: list(type) >= 1; timeout_ms: int = -1")
public final class QueueEnqueueMany extends EnqueueRows {}
