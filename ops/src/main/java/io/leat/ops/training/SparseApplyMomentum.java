package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over the rows {@code indices} of a reference variable. The output is the variable.
 *
 * <p>{@code accum = accum * momentum + grad}, then {@code var -= lr * accum}, or with {@code use_nesterov} {@code var -= grad *
 * lr + accum * momentum * lr}.
 */
@OpSpec("SparseApplyMomentum(var: Ref(T), accum: Ref(T), lr: T, grad: T, indices: Tindices, momentum: T) "
        + "-> (out: Ref(T)); T: numbertype; Tindices: {int32, int64}; use_locking: bool = false; "
        + "use_nesterov: bool = false")
public final class SparseApplyMomentum extends SparseApply {
    public SparseApplyMomentum() {
        super(new MomentumRule());
    }
}
