package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over a whole resource variable.
 *
 * <p>{@code accum = accum * momentum - grad * lr}, then {@code var += accum}, or with {@code use_nesterov} {@code var += accum *
 * momentum - grad * lr}.
 */
@OpSpec(
        value = "ResourceApplyKerasMomentum(var: resource, accum: resource, lr: T, grad: T, momentum: T) -> (); "
                + "T: numbertype; use_locking: bool = false; use_nesterov: bool = false",
        stateful = true)
public final class ResourceApplyKerasMomentum extends DenseApply {
    public ResourceApplyKerasMomentum() {
        super(new KerasMomentumRule());
    }
}
