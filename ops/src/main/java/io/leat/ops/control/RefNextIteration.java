package io.leat.ops.control;

import io.leat.graph.FlowRole;
import io.leat.graph.OpSpec;

/** {@link NextIteration} of a reference to a variable. */
@OpSpec("RefNextIteration(data: Ref(T)) -> (output: Ref(T)); T: type")
public final class RefNextIteration extends Forwarding {
    @Override
    public FlowRole flowRole() {
        return FlowRole.NEXT_ITERATION;
    }
}
