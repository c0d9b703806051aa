package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over the rows {@code indices} of a reference variable. The output is the variable.
 *
 * <p>{@code g += grad}; {@code s += grad²}; {@code var = -lr * sign(g) * max(|g| - l1 * global_step, 0) / (l2 * global_step * lr
 * + sqrt(s))}, for {@code l1 <= 0} without the bound.
 */
@OpSpec("SparseApplyAdagradDA(var: Ref(T), gradient_accumulator: Ref(T), gradient_squared_accumulator: "
        + "Ref(T), grad: T, indices: Tindices, lr: T, l1: T, l2: T, global_step: int64) -> (out: Ref(T)); "
        + "T: numbertype; Tindices: {int32, int64}; use_locking: bool = false")
public final class SparseApplyAdagradDA extends SparseApply {
    public SparseApplyAdagradDA() {
        super(new AdagradDualAveragingRule());
    }
}
