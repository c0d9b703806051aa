package io.leat.ops.state;

import io.leat.graph.OpSpec;

/**
 * Rows of {@code updates} become the new values of the rows of a resource variable that {@code indices} name:
 * {@code updates.shape = indices.shape + value.shape[1:]} or a scalar.
 */
@OpSpec(
        value = "ResourceScatterUpdate(resource: resource, indices: Tindices, updates: dtype) -> (); dtype: type; "
                + "Tindices: {int32, int64}",
        stateful = true)
public final class ResourceScatterUpdate extends ScatterRows {
    public ResourceScatterUpdate() {
        super(Combination.UPDATE);
    }
}
