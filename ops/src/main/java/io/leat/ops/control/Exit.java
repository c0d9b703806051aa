package io.leat.ops.control;

import io.leat.graph.FlowRole;
import io.leat.graph.OpSpec;

/** Leaves a loop with the value of the last iteration. */
@OpSpec("Exit(data: T) -> (output: T); T: type")
public final class Exit extends Forwarding {
    @Override
    public FlowRole flowRole() {
        return FlowRole.EXIT;
    }
}
