package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over the rows {@code indices} of a reference variable. The output is the variable.
 *
 * <p>{@code accum += grad²}; {@code var -= grad * lr / (sqrt(accum) + epsilon)}. Without {@code update_slots} {@code accum}
 * stays.
 */
@OpSpec("SparseApplyAdagradV2(var: Ref(T), accum: Ref(T), lr: T, epsilon: T, grad: T, indices: Tindices) "
        + "-> (out: Ref(T)); T: numbertype; Tindices: {int32, int64}; use_locking: bool = false; "
        + "update_slots: bool = true")
public final class SparseApplyAdagradV2 extends SparseApply {
    public SparseApplyAdagradV2() {
        super(new AdagradV2Rule());
    }
}
