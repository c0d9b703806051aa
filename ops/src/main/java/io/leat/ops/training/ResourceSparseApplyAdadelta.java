package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over the rows {@code indices} of a resource variable.
 *
 * <p>{@code accum = accum * rho + grad² * (1 - rho)}; {@code update = sqrt(accum_update + epsilon) / sqrt(accum + epsilon) *
 * grad}; {@code var -= update * lr}; {@code accum_update = accum_update * rho + update² * (1 - rho)}.
 */
@OpSpec(
        value = "ResourceSparseApplyAdadelta(var: resource, accum: resource, accum_update: resource, lr: T, rho: "
                + "T, epsilon: T, grad: T, indices: Tindices) -> (); T: numbertype; Tindices: {int32, int64}; "
                + "use_locking: bool = false",
        stateful = true)
public final class ResourceSparseApplyAdadelta extends SparseApply {
    public ResourceSparseApplyAdadelta() {
        super(new AdadeltaRule());
    }
}
