package io.leat.ops.queue;

import io.leat.graph.OpSpec;

/** Whether a queue is closed. By a reference, as in old graphs. */
@OpSpec("QueueIsClosed(handle: Ref(string)) -> (is_closed: bool)")
public final class QueueIsClosed extends AskClosed {}
