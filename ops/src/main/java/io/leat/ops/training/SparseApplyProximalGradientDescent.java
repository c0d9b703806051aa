package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over the rows {@code indices} of a reference variable. The output is the variable.
 *
 * <p>{@code prox = var - alpha * delta}; {@code var = sign(prox) / (1 + alpha * l2) * max(|prox| - alpha * l1, 0)}, for {@code
 * l1 <= 0} without the bound.
 */
@OpSpec("SparseApplyProximalGradientDescent(var: Ref(T), alpha: T, l1: T, l2: T, grad: T, indices: "
        + "Tindices) -> (out: Ref(T)); T: numbertype; Tindices: {int32, int64}; use_locking: bool = false")
public final class SparseApplyProximalGradientDescent extends SparseApply {
    public SparseApplyProximalGradientDescent() {
        super(new ProximalGradientDescentRule());
    }
}
