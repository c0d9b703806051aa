package io.leat.ops.control;

import io.leat.graph.FlowRole;
import io.leat.graph.OpSpec;

/** Enters a loop: as the first value of a loop variable, or as the same value for all iterations. */
@OpSpec("Enter(data: T) -> (output: T); T: type; frame_name: string; is_constant: bool = false; "
        + "parallel_iterations: int = 10")
public final class Enter extends Forwarding {
    @Override
    public FlowRole flowRole() {
        return FlowRole.ENTER;
    }

    @Override
    protected boolean isFoldable() {
        return true;
    }
}
