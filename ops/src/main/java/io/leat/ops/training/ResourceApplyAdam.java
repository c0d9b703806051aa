package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over a whole resource variable.
 *
 * <p>{@code alpha = lr * sqrt(1 - beta2_power) / (1 - beta1_power)}; {@code m += (grad - m) * (1 - beta1)}; {@code v += (grad² -
 * v) * (1 - beta2)}; {@code var -= m * alpha / (sqrt(v) + epsilon)}, where with {@code use_nesterov} {@code grad * (1 -
 * beta1) + beta1 * m} stands for {@code m}.
 */
@OpSpec(
        value = "ResourceApplyAdam(var: resource, m: resource, v: resource, beta1_power: T, beta2_power: T, lr: "
                + "T, beta1: T, beta2: T, epsilon: T, grad: T) -> (); T: numbertype; use_locking: bool = false; "
                + "use_nesterov: bool = false",
        stateful = true)
public final class ResourceApplyAdam extends DenseApply {
    public ResourceApplyAdam() {
        super(new AdamRule());
    }
}
