package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over a whole reference variable. The output is the variable.
 *
 * <p>{@code accum = accum * rho + grad² * (1 - rho)}; {@code update = sqrt(accum_update + epsilon) / sqrt(accum + epsilon) *
 * grad}; {@code var -= update * lr}; {@code accum_update = accum_update * rho + update² * (1 - rho)}.
 */
@OpSpec("ApplyAdadelta(var: Ref(T), accum: Ref(T), accum_update: Ref(T), lr: T, rho: T, epsilon: T, grad: "
        + "T) -> (out: Ref(T)); T: numbertype; use_locking: bool = false")
public final class ApplyAdadelta extends DenseApply {
    public ApplyAdadelta() {
        super(new AdadeltaRule());
    }
}
