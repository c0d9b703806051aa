package io.leat.ops.control;

import io.leat.graph.FlowRole;
import io.leat.graph.OpSpec;

/** {@link Switch} of a reference to a variable. */
@OpSpec("RefSwitch(data: Ref(T), pred: bool) -> (output_false: Ref(T), output_true: Ref(T)); T: type")
public final class RefSwitch extends Forwarding {
    @Override
    public FlowRole flowRole() {
        return FlowRole.SWITCH;
    }
}
