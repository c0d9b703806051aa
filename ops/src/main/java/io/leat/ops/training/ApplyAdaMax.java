package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over a whole reference variable. The output is the variable.
 *
 * <p>{@code m += (grad - m) * (1 - beta1)}; {@code v = max(beta2 * v, |grad|)}; {@code var -= lr / (1 - beta1_power) * (m / (v
 * + epsilon))}.
 */
@OpSpec("ApplyAdaMax(var: Ref(T), m: Ref(T), v: Ref(T), beta1_power: T, lr: T, beta1: T, beta2: T, "
        + "epsilon: T, grad: T) -> (out: Ref(T)); T: numbertype; use_locking: bool = false")
public final class ApplyAdaMax extends DenseApply {
    public ApplyAdaMax() {
        super(new AdaMaxRule());
    }
}
