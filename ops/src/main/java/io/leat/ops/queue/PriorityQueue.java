package io.leat.ops.queue;

import io.leat.graph.OpSpec;

/** A queue whose tuples come out by their first component, an int64 that is not among {@code component_types}: the least
 * first.
 * By a reference, as in old graphs. */
@OpSpec(
        value =
                "PriorityQueue() -> (handle: Ref(string)); component_types: list(type) >= 0 = []; shapes: list(shape) >= 0; capacity: int = -1; "
                        + "container: string = ''; shared_name: string = ''",
        stateful = true)
public final class PriorityQueue extends QueueMaker {
    @Override
    QueueSpec.Kind kind() {
        return QueueSpec.Kind.PRIORITY;
    }
}
