package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over a whole resource variable.
 *
 * <p>{@code m += (grad - m) * (1 - beta1)}; {@code v = max(beta2 * v, |grad|)}; {@code var -= lr / (1 - beta1_power) * (m / (v
 * + epsilon))}.
 */
@OpSpec(
        value = "ResourceApplyAdaMax(var: resource, m: resource, v: resource, beta1_power: T, lr: T, beta1: T, "
                + "beta2: T, epsilon: T, grad: T) -> (); T: numbertype; use_locking: bool = false",
        stateful = true)
public final class ResourceApplyAdaMax extends DenseApply {
    public ResourceApplyAdaMax() {
        super(new AdaMaxRule());
    }
}
