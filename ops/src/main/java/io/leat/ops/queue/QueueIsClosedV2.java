package io.leat.ops.queue;

import io.leat.graph.OpSpec;

/** Whether a queue is closed. */
@OpSpec(value = "QueueIsClosedV2(handle: resource) -> (is_closed: bool)", stateful = true)
public final class QueueIsClosedV2 extends AskClosed {}
