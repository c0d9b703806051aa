package io.leat.ops.state;

import io.leat.graph.OpSpec;

/**
 * Rows of {@code updates} become the upper bounds of the rows of a resource variable that {@code indices} name:
 * {@code updates.shape = indices.shape + value.shape[1:]} or a scalar.
 */
@OpSpec(
        value = "ResourceScatterMin(resource: resource, indices: Tindices, updates: dtype) -> (); dtype: numbertype; "
                + "Tindices: {int32, int64}",
        stateful = true)
public final class ResourceScatterMin extends ScatterRows {
    public ResourceScatterMin() {
        super(Combination.MIN);
    }
}
