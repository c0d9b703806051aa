package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over a whole reference variable. The output is the variable.
 *
 * <p>{@code accum += grad²}; {@code rate = lr / sqrt(accum)}; then the step of {@code ProximalGradientDescent} with that rate.
 */
@OpSpec("ApplyProximalAdagrad(var: Ref(T), accum: Ref(T), lr: T, l1: T, l2: T, grad: T) -> (out: Ref(T)); "
        + "T: numbertype; use_locking: bool = false")
public final class ApplyProximalAdagrad extends DenseApply {
    public ApplyProximalAdagrad() {
        super(new ProximalAdagradRule());
    }
}
