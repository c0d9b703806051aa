package io.leat.ops.queue;

import io.leat.graph.OpSpec;

/** A queue whose tuples come out by their first component, an int64 that is not among {@code component_types}: the least
 * first.
 */
@OpSpec(
        value =
                "PriorityQueueV2() -> (handle: resource); component_types: list(type) >= 0 = []; shapes: list(shape) >= 0; capacity: int = -1; "
                        + "container: string = ''; shared_name: string = ''",
        stateful = true)
public final class PriorityQueueV2 extends QueueMaker {
    @Override
    QueueSpec.Kind kind() {
        return QueueSpec.Kind.PRIORITY;
    }
}
