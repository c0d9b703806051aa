package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over a whole reference variable. The output is the variable.
 *
 * <p>{@code g += grad}; {@code s += grad²}; {@code var = -lr * sign(g) * max(|g| - l1 * global_step, 0) / (l2 * global_step * lr
 * + sqrt(s))}, for {@code l1 <= 0} without the bound.
 */
@OpSpec("ApplyAdagradDA(var: Ref(T), gradient_accumulator: Ref(T), gradient_squared_accumulator: Ref(T), "
        + "grad: T, lr: T, l1: T, l2: T, global_step: int64) -> (out: Ref(T)); T: numbertype; use_locking: "
        + "bool = false")
public final class ApplyAdagradDA extends DenseApply {
    public ApplyAdagradDA() {
        super(new AdagradDualAveragingRule());
    }
}
