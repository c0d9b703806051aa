package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over the rows {@code indices} of a resource variable.
 *
 * <p>{@code accum += grad²}; {@code var -= grad * lr / sqrt(accum)}. Without {@code update_slots} {@code accum} stays.
 */
@OpSpec(
        value = "ResourceSparseApplyAdagrad(var: resource, accum: resource, lr: T, grad: T, indices: Tindices) -> "
                + "(); T: numbertype; Tindices: {int32, int64}; use_locking: bool = false; update_slots: bool = "
                + "true",
        stateful = true)
public final class ResourceSparseApplyAdagrad extends SparseApply {
    public ResourceSparseApplyAdagrad() {
        super(new AdagradRule());
    }
}
