package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over a whole resource variable.
 *
 * <p>As {@code Adam}, but with the largest {@code v} so far, {@code vhat}, in the divisor.
 */
@OpSpec(
        value = "ResourceApplyAdamWithAmsgrad(var: resource, m: resource, v: resource, vhat: resource, "
                + "beta1_power: T, beta2_power: T, lr: T, beta1: T, beta2: T, epsilon: T, grad: T) -> (); T: "
                + "numbertype; use_locking: bool = false",
        stateful = true)
public final class ResourceApplyAdamWithAmsgrad extends DenseApply {
    public ResourceApplyAdamWithAmsgrad() {
        super(new AmsgradRule());
    }
}
