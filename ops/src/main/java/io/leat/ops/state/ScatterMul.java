package io.leat.ops.state;

import io.leat.graph.OpSpec;

/**
 * Rows of {@code updates} are multiplied into the rows of a reference variable that {@code indices} name:
 * {@code updates.shape = indices.shape + ref.shape[1:]} or a scalar. The output is the variable.
 */
@OpSpec("ScatterMul(ref: Ref(T), indices: Tindices, updates: T) -> (output_ref: Ref(T)); T: numbertype; "
        + "Tindices: {int32, int64}; use_locking: bool = false")
public final class ScatterMul extends ScatterRows {
    public ScatterMul() {
        super(Combination.MUL);
    }
}
