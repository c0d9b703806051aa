package io.leat.ops.state;

import io.leat.graph.OpSpec;

/** Subtracts {@code value} from a resource variable of its shape. */
@OpSpec(value = "AssignSubVariableOp(resource: resource, value: dtype) -> (); dtype: type", stateful = true)
public final class AssignSubVariableOp extends WholeUpdate {
    public AssignSubVariableOp() {
        super(Combination.SUB);
    }
}
