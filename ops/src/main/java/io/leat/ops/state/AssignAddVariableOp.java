package io.leat.ops.state;

import io.leat.graph.OpSpec;

/** Adds {@code value} to a resource variable of its shape. */
@OpSpec(value = "AssignAddVariableOp(resource: resource, value: dtype) -> (); dtype: type", stateful = true)
public final class AssignAddVariableOp extends WholeUpdate {
    public AssignAddVariableOp() {
        super(Combination.ADD);
    }
}
