package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over the rows {@code indices} of a resource variable.
 *
 * <p>{@code accum = accum * momentum - grad * lr}, then {@code var += accum}, or with {@code use_nesterov} {@code var += accum *
 * momentum - grad * lr}.
 */
@OpSpec(
        value = "ResourceSparseApplyKerasMomentum(var: resource, accum: resource, lr: T, grad: T, indices: "
                + "Tindices, momentum: T) -> (); T: numbertype; Tindices: {int32, int64}; use_locking: bool = "
                + "false; use_nesterov: bool = false",
        stateful = true)
public final class ResourceSparseApplyKerasMomentum extends SparseApply {
    public ResourceSparseApplyKerasMomentum() {
        super(new KerasMomentumRule());
    }
}
