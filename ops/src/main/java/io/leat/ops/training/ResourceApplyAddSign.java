package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over a whole resource variable.
 *
 * <p>{@code m = m * beta + grad * (1 - beta)}; {@code var -= lr * (alpha + sign_decay * sign(grad) * sign(m)) * grad}.
 */
@OpSpec(
        value = "ResourceApplyAddSign(var: resource, m: resource, lr: T, alpha: T, sign_decay: T, beta: T, grad: "
                + "T) -> (); T: numbertype; use_locking: bool = false",
        stateful = true)
public final class ResourceApplyAddSign extends DenseApply {
    public ResourceApplyAddSign() {
        super(new AddSignRule());
    }
}
