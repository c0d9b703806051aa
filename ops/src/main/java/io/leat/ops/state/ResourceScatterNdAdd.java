package io.leat.ops.state;

import io.leat.graph.OpSpec;

/**
 * Parts of {@code updates} are added to those of a resource variable that index tuples name:
 * {@code updates.shape = indices.shape[:-1] + ref.shape[indices.shape[-1]:]}.
 */
@OpSpec(
        value = "ResourceScatterNdAdd(ref: resource, indices: Tindices, updates: T) -> (); T: type; "
                + "Tindices: {int32, int64}; use_locking: bool = true; bad_indices_policy: string = ''",
        stateful = true)
public final class ResourceScatterNdAdd extends ScatterTuples {
    public ResourceScatterNdAdd() {
        super(Combination.ADD);
    }
}
