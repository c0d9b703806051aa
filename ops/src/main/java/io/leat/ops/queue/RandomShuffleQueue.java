package io.leat.ops.queue;

import io.leat.graph.OpSpec;

/** A queue whose tuples come out in random order, while it is open from at least {@code min_after_dequeue + 1} of them. By a reference, as in old graphs. */
@OpSpec(
        value =
                "RandomShuffleQueue() -> (handle: Ref(string)); component_types: list(type) >= 1; shapes: list(shape) >= 0 = []; capacity: int = -1; "
                        + "min_after_dequeue: int = 0; seed: int = 0; seed2: int = 0; container: string = ''; shared_name: string = ''",
        stateful = true)
public final class RandomShuffleQueue extends QueueMaker {
    @Override
    QueueSpec.Kind kind() {
        return QueueSpec.Kind.SHUFFLE;
    }
}
