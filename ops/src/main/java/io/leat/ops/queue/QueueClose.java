package io.leat.ops.queue;

import io.leat.graph.OpSpec;

/** Closes a queue: nothing can be put in any more, what is in it can still be taken out. By a reference, as in old graphs. */
@OpSpec("QueueClose(handle: Ref(string)) -> (); cancel_pending_enqueues: bool = false")
public final class QueueClose extends CloseQueue {}
