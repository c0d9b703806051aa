package io.leat.ops.state;

import io.leat.graph.OpSpec;

/** Adds {@code value} to a reference variable of its shape; the output is the variable. */
@OpSpec("AssignAdd(ref: Ref(T), value: T) -> (output_ref: Ref(T)); T: numbertype; use_locking: bool = false")
public final class AssignAdd extends WholeUpdate {
    public AssignAdd() {
        super(Combination.ADD);
    }
}
