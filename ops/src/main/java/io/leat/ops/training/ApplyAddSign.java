package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over a whole reference variable. The output is the variable.
 *
 * <p>{@code m = m * beta + grad * (1 - beta)}; {@code var -= lr * (alpha + sign_decay * sign(grad) * sign(m)) * grad}.
 */
@OpSpec("ApplyAddSign(var: Ref(T), m: Ref(T), lr: T, alpha: T, sign_decay: T, beta: T, grad: T) -> (out: "
        + "Ref(T)); T: numbertype; use_locking: bool = false")
public final class ApplyAddSign extends DenseApply {
    public ApplyAddSign() {
        super(new AddSignRule());
    }
}
