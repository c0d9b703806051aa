package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over a whole resource variable.
 *
 * <p>{@code m = m * beta + grad * (1 - beta)}; {@code var -= lr * exp(logbase * sign_decay * sign(grad) * sign(m)) * grad}.
 */
@OpSpec(
        value = "ResourceApplyPowerSign(var: resource, m: resource, lr: T, logbase: T, sign_decay: T, beta: T, "
                + "grad: T) -> (); T: numbertype; use_locking: bool = false",
        stateful = true)
public final class ResourceApplyPowerSign extends DenseApply {
    public ResourceApplyPowerSign() {
        super(new PowerSignRule());
    }
}
