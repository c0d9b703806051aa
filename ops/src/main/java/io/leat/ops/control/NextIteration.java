package io.leat.ops.control;

import io.leat.graph.FlowRole;
import io.leat.graph.OpSpec;

/** Makes a value available to the next iteration of its loop. */
@OpSpec("NextIteration(data: T) -> (output: T); T: type")
public final class NextIteration extends Forwarding {
    @Override
    public FlowRole flowRole() {
        return FlowRole.NEXT_ITERATION;
    }
}
