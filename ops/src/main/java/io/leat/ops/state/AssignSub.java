package io.leat.ops.state;

import io.leat.graph.OpSpec;

/** Subtracts {@code value} from a reference variable of its shape; the output is the variable. */
@OpSpec("AssignSub(ref: Ref(T), value: T) -> (output_ref: Ref(T)); T: numbertype; use_locking: bool = false")
public final class AssignSub extends WholeUpdate {
    public AssignSub() {
        super(Combination.SUB);
    }
}
