package io.leat.ops.state;

import io.leat.graph.OpSpec;

/**
 * Rows of {@code updates} become the upper bounds of the rows of a reference variable that {@code indices} name:
 * {@code updates.shape = indices.shape + ref.shape[1:]} or a scalar. The output is the variable.
 */
@OpSpec("ScatterMin(ref: Ref(T), indices: Tindices, updates: T) -> (output_ref: Ref(T)); T: realnumbertype; "
        + "Tindices: {int32, int64}; use_locking: bool = false")
public final class ScatterMin extends ScatterRows {
    public ScatterMin() {
        super(Combination.MIN);
    }
}
