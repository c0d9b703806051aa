package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over the rows {@code indices} of a resource variable.
 *
 * <p>{@code accum = accum * momentum + grad}, then {@code var -= lr * accum}, or with {@code use_nesterov} {@code var -= grad *
 * lr + accum * momentum * lr}.
 */
@OpSpec(
        value = "ResourceSparseApplyMomentum(var: resource, accum: resource, lr: T, grad: T, indices: Tindices, "
                + "momentum: T) -> (); T: numbertype; Tindices: {int32, int64}; use_locking: bool = false; "
                + "use_nesterov: bool = false",
        stateful = true)
public final class ResourceSparseApplyMomentum extends SparseApply {
    public ResourceSparseApplyMomentum() {
        super(new MomentumRule());
    }
}
