package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over a whole resource variable.
 *
 * <p>{@code accum = accum * momentum + grad}, then {@code var -= lr * accum}, or with {@code use_nesterov} {@code var -= grad *
 * lr + accum * momentum * lr}.
 */
@OpSpec(
        value = "ResourceApplyMomentum(var: resource, accum: resource, lr: T, grad: T, momentum: T) -> (); T: "
                + "numbertype; use_locking: bool = false; use_nesterov: bool = false",
        stateful = true)
public final class ResourceApplyMomentum extends DenseApply {
    public ResourceApplyMomentum() {
        super(new MomentumRule());
    }
}
