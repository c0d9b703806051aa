package io.leat.ops.state;

import io.leat.graph.OpSpec;

/**
 * Rows of {@code updates} are added to the rows of a reference variable that {@code indices} name:
 * {@code updates.shape = indices.shape + ref.shape[1:]} or a scalar. The output is the variable.
 */
@OpSpec("ScatterAdd(ref: Ref(T), indices: Tindices, updates: T) -> (output_ref: Ref(T)); T: numbertype; "
        + "Tindices: {int32, int64}; use_locking: bool = false")
public final class ScatterAdd extends ScatterRows {
    public ScatterAdd() {
        super(Combination.ADD);
    }
}
