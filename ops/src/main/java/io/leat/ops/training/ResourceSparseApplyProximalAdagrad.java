package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over the rows {@code indices} of a resource variable.
 *
 * <p>{@code accum += grad²}; {@code rate = lr / sqrt(accum)}; then the step of {@code ProximalGradientDescent} with that rate.
 */
@OpSpec(
        value = "ResourceSparseApplyProximalAdagrad(var: resource, accum: resource, lr: T, l1: T, l2: T, grad: T, "
                + "indices: Tindices) -> (); T: numbertype; Tindices: {int32, int64}; use_locking: bool = false",
        stateful = true)
public final class ResourceSparseApplyProximalAdagrad extends SparseApply {
    public ResourceSparseApplyProximalAdagrad() {
        super(new ProximalAdagradRule());
    }
}
