package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over the rows {@code indices} of a resource variable.
 *
 * <p>{@code prox = var - alpha * delta}; {@code var = sign(prox) / (1 + alpha * l2) * max(|prox| - alpha * l1, 0)}, for {@code
 * l1 <= 0} without the bound.
 */
@OpSpec(
        value = "ResourceSparseApplyProximalGradientDescent(var: resource, alpha: T, l1: T, l2: T, grad: T, "
                + "indices: Tindices) -> (); T: numbertype; Tindices: {int32, int64}; use_locking: bool = false",
        stateful = true)
public final class ResourceSparseApplyProximalGradientDescent extends SparseApply {
    public ResourceSparseApplyProximalGradientDescent() {
        super(new ProximalGradientDescentRule());
    }
}
