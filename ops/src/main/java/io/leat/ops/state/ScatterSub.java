package io.leat.ops.state;

import io.leat.graph.OpSpec;

/**
 * Rows of {@code updates} are subtracted from the rows of a reference variable that {@code indices} name:
 * {@code updates.shape = indices.shape + ref.shape[1:]} or a scalar. The output is the variable.
 */
@OpSpec("ScatterSub(ref: Ref(T), indices: Tindices, updates: T) -> (output_ref: Ref(T)); T: numbertype; "
        + "Tindices: {int32, int64}; use_locking: bool = false")
public final class ScatterSub extends ScatterRows {
    public ScatterSub() {
        super(Combination.SUB);
    }
}
