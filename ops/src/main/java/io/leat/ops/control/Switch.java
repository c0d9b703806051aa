package io.leat.ops.control;

import io.leat.graph.FlowRole;
import io.leat.graph.OpSpec;

/** Its data at the output that the predicate chooses; the other one is dead. */
@OpSpec("Switch(data: T, pred: bool) -> (output_false: T, output_true: T); T: type")
public final class Switch extends Forwarding {
    @Override
    public FlowRole flowRole() {
        return FlowRole.SWITCH;
    }
}
