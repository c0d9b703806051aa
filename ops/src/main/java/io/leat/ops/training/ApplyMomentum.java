package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over a whole reference variable. The output is the variable.
 *
 * <p>{@code accum = accum * momentum + grad}, then {@code var -= lr * accum}, or with {@code use_nesterov} {@code var -= grad *
 * lr + accum * momentum * lr}.
 */
@OpSpec("ApplyMomentum(var: Ref(T), accum: Ref(T), lr: T, grad: T, momentum: T) -> (out: Ref(T)); T: "
        + "numbertype; use_locking: bool = false; use_nesterov: bool = false")
public final class ApplyMomentum extends DenseApply {
    public ApplyMomentum() {
        super(new MomentumRule());
    }
}
