package io.leat.ops.queue;

import io.leat.graph.OpSpec;

/** A queue whose tuples may differ in shape: those taken out together are filled up with zeros. */
@OpSpec(
        value =
                "PaddingFIFOQueueV2() -> (handle: resource); component_types: list(type) >= 1; shapes: list(shape) >= 0 = []; capacity: int = -1; "
                        + "container: string = ''; shared_name: string = ''",
        stateful = true)
public final class PaddingFIFOQueueV2 extends QueueMaker {
    @Override
    QueueSpec.Kind kind() {
        return QueueSpec.Kind.PADDING;
    }
}
