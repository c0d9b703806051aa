package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over a whole reference variable. The output is the variable.
 *
 * <p>{@code prox = var - alpha * delta}; {@code var = sign(prox) / (1 + alpha * l2) * max(|prox| - alpha * l1, 0)}, for {@code
 * l1 <= 0} without the bound.
 */
@OpSpec("ApplyProximalGradientDescent(var: Ref(T), alpha: T, l1: T, l2: T, delta: T) -> (out: Ref(T)); T: "
        + "numbertype; use_locking: bool = false")
public final class ApplyProximalGradientDescent extends DenseApply {
    public ApplyProximalGradientDescent() {
        super(new ProximalGradientDescentRule());
    }
}
