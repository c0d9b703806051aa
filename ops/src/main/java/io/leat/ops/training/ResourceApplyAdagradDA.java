package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over a whole resource variable.
 *
 * <p>{@code g += grad}; {@code s += grad²}; {@code var = -lr * sign(g) * max(|g| - l1 * global_step, 0) / (l2 * global_step * lr
 * + sqrt(s))}, for {@code l1 <= 0} without the bound.
 */
@OpSpec(
        value = "ResourceApplyAdagradDA(var: resource, gradient_accumulator: resource, "
                + "gradient_squared_accumulator: resource, grad: T, lr: T, l1: T, l2: T, global_step: int64) -> (); "
                + "T: numbertype; use_locking: bool = false",
        stateful = true)
public final class ResourceApplyAdagradDA extends DenseApply {
    public ResourceApplyAdagradDA() {
        super(new AdagradDualAveragingRule());
    }
}
