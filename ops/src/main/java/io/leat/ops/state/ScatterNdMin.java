package io.leat.ops.state;

import io.leat.graph.OpSpec;

/**
 * Parts of {@code updates} become the upper bounds of those of a reference variable that index tuples name:
 * {@code updates.shape = indices.shape[:-1] + ref.shape[indices.shape[-1]:]}.
 */
@OpSpec("ScatterNdMin(ref: Ref(T), indices: Tindices, updates: T) -> (output_ref: Ref(T)); T: numbertype; "
        + "Tindices: {int32, int64}; use_locking: bool = false; bad_indices_policy: string = ''")
public final class ScatterNdMin extends ScatterTuples {
    public ScatterNdMin() {
        super(Combination.MIN);
    }
}
