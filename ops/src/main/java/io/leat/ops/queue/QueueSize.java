package io.leat.ops.queue;

import io.leat.graph.OpSpec;

/** The number of tuples in a queue. By a reference, as in old graphs. */
@OpSpec("QueueSize(handle: Ref(string)) -> (size: int32)")
public final class QueueSize extends CountQueue {}
