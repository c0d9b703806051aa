package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over the rows {@code indices} of a reference variable. The output is the variable.
 *
 * <p>{@code accum += grad²}; {@code rate = lr / sqrt(accum)}; then the step of {@code ProximalGradientDescent} with that rate.
 */
@OpSpec("SparseApplyProximalAdagrad(var: Ref(T), accum: Ref(T), lr: T, l1: T, l2: T, grad: T, indices: "
        + "Tindices) -> (out: Ref(T)); T: numbertype; Tindices: {int32, int64}; use_locking: bool = false")
public final class SparseApplyProximalAdagrad extends SparseApply {
    public SparseApplyProximalAdagrad() {
        super(new ProximalAdagradRule());
    }
}
