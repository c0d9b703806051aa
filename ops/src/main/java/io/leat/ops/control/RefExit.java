package io.leat.ops.control;

import io.leat.graph.FlowRole;
import io.leat.graph.OpSpec;

/** {@link Exit} of a reference to a variable. */
@OpSpec("RefExit(data: Ref(T)) -> (output: Ref(T)); T: type")
public final class RefExit extends Forwarding {
    @Override
    public FlowRole flowRole() {
        return FlowRole.EXIT;
    }
}
