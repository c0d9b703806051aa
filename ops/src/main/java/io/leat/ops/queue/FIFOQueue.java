package io.leat.ops.queue;

import io.leat.graph.OpSpec;

/** A queue whose tuples come out in the order in which they came in. By a reference, as in old graphs. */
@OpSpec(
        value =
                "FIFOQueue() -> (handle: Ref(string)); component_types: list(type) >= 1; shapes: list(shape) >= 0 = []; capacity: int = -1; "
                        + "container: string = ''; shared_name: string = ''",
        stateful = true)
public final class FIFOQueue extends QueueMaker {
    @Override
    QueueSpec.Kind kind() {
        return QueueSpec.Kind.FIFO;
    }
}
