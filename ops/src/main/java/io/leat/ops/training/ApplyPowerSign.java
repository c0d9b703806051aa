package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over a whole reference variable. The output is the variable.
 *
 * <p>{@code m = m * beta + grad * (1 - beta)}; {@code var -= lr * exp(logbase * sign_decay * sign(grad) * sign(m)) * grad}.
 */
@OpSpec("ApplyPowerSign(var: Ref(T), m: Ref(T), lr: T, logbase: T, sign_decay: T, beta: T, grad: T) -> "
        + "(out: Ref(T)); T: numbertype; use_locking: bool = false")
public final class ApplyPowerSign extends DenseApply {
    public ApplyPowerSign() {
        super(new PowerSignRule());
    }
}
