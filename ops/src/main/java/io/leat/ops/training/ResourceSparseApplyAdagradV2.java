package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over the rows {@code indices} of a resource variable.
 *
 * <p>{@code accum += grad²}; {@code var -= grad * lr / (sqrt(accum) + epsilon)}. Without {@code update_slots} {@code accum}
 * stays.
 */
@OpSpec(
        value = "ResourceSparseApplyAdagradV2(var: resource, accum: resource, lr: T, epsilon: T, grad: T, "
                + "indices: Tindices) -> (); T: numbertype; Tindices: {int32, int64}; use_locking: bool = false; "
                + "update_slots: bool = true",
        stateful = true)
public final class ResourceSparseApplyAdagradV2 extends SparseApply {
    public ResourceSparseApplyAdagradV2() {
        super(new AdagradV2Rule());
    }
}
