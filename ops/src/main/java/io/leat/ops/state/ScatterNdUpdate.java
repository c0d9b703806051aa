package io.leat.ops.state;

import io.leat.graph.OpSpec;

/**
 * Parts of {@code updates} become the new values of those of a reference variable that index tuples name:
 * {@code updates.shape = indices.shape[:-1] + ref.shape[indices.shape[-1]:]}.
 */
@OpSpec("ScatterNdUpdate(ref: Ref(T), indices: Tindices, updates: T) -> (output_ref: Ref(T)); T: type; "
        + "Tindices: {int32, int64}; use_locking: bool = true; bad_indices_policy: string = ''")
public final class ScatterNdUpdate extends ScatterTuples {
    public ScatterNdUpdate() {
        super(Combination.UPDATE);
    }
}
