package io.leat.ops.queue;

import io.leat.graph.OpSpec;

/** A queue whose tuples come out in the order in which they came in. */
@OpSpec(
        value =
                "FIFOQueueV2() -> (handle: resource); component_types: list(type) >= 1; shapes: list(shape) >= 0 = []; capacity: int = -1; "
                        + "container: string = ''; shared_name: string = ''",
        stateful = true)
public final class FIFOQueueV2 extends QueueMaker {
    @Override
    QueueSpec.Kind kind() {
        return QueueSpec.Kind.FIFO;
    }
}
