package io.leat.ops.state;

import io.leat.graph.OpSpec;

/**
 * Rows of {@code updates} become the new values of the rows of a reference variable that {@code indices} name:
 * {@code updates.shape = indices.shape + ref.shape[1:]} or a scalar. The output is the variable.
 */
@OpSpec("ScatterUpdate(ref: Ref(T), indices: Tindices, updates: T) -> (output_ref: Ref(T)); T: type; "
        + "Tindices: {int32, int64}; use_locking: bool = true")
public final class ScatterUpdate extends ScatterRows {
    public ScatterUpdate() {
        super(Combination.UPDATE);
    }
}
