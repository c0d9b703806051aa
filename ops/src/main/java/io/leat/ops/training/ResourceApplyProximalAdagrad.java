package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over a whole resource variable.
 *
 * <p>{@code accum += grad²}; {@code rate = lr / sqrt(accum)}; then the step of {@code ProximalGradientDescent} with that rate.
 */
@OpSpec(
        value = "ResourceApplyProximalAdagrad(var: resource, accum: resource, lr: T, l1: T, l2: T, grad: T) -> "
                + "(); T: numbertype; use_locking: bool = false",
        stateful = true)
public final class ResourceApplyProximalAdagrad extends DenseApply {
    public ResourceApplyProximalAdagrad() {
        super(new ProximalAdagradRule());
    }
}
