package io.leat.ops.control;

import io.leat.graph.FlowRole;
import io.leat.graph.OpSpec;

/** {@link Enter} with a reference to a variable. */
@OpSpec("RefEnter(data: Ref(T)) -> (output: Ref(T)); T: type; frame_name: string; is_constant: bool = false; "
        + "parallel_iterations: int = 10")
public final class RefEnter extends Forwarding {
    @Override
    public FlowRole flowRole() {
        return FlowRole.ENTER;
    }
}
