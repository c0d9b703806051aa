package io.leat.ops.state;

import io.leat.graph.OpSpec;

/**
 * Rows of {@code updates} are multiplied into the rows of a resource variable that {@code indices} name:
 * {@code updates.shape = indices.shape + value.shape[1:]} or a scalar.
 */
@OpSpec(
        value = "ResourceScatterMul(resource: resource, indices: Tindices, updates: dtype) -> (); dtype: numbertype; "
                + "Tindices: {int32, int64}",
        stateful = true)
public final class ResourceScatterMul extends ScatterRows {
    public ResourceScatterMul() {
        super(Combination.MUL);
    }
}
