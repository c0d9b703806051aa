package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over a whole resource variable.
 *
 * <p>{@code prox = var - alpha * delta}; {@code var = sign(prox) / (1 + alpha * l2) * max(|prox| - alpha * l1, 0)}, for {@code
 * l1 <= 0} without the bound.
 */
@OpSpec(
        value = "ResourceApplyProximalGradientDescent(var: resource, alpha: T, l1: T, l2: T, delta: T) -> (); T: "
                + "numbertype; use_locking: bool = false",
        stateful = true)
public final class ResourceApplyProximalGradientDescent extends DenseApply {
    public ResourceApplyProximalGradientDescent() {
        super(new ProximalGradientDescentRule());
    }
}
