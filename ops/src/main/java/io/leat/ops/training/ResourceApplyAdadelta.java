package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over a whole resource variable.
 *
 * <p>{@code accum = accum * rho + grad² * (1 - rho)}; {@code update = sqrt(accum_update + epsilon) / sqrt(accum + epsilon) *
 * grad}; {@code var -= update * lr}; {@code accum_update = accum_update * rho + update² * (1 - rho)}.
 */
@OpSpec(
        value = "ResourceApplyAdadelta(var: resource, accum: resource, accum_update: resource, lr: T, rho: T, "
                + "epsilon: T, grad: T) -> (); T: numbertype; use_locking: bool = false",
        stateful = true)
public final class ResourceApplyAdadelta extends DenseApply {
    public ResourceApplyAdadelta() {
        super(new AdadeltaRule());
    }
}
