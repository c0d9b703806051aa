package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over the rows {@code indices} of a resource variable.
 *
 * <p>{@code g += grad}; {@code s += grad²}; {@code var = -lr * sign(g) * max(|g| - l1 * global_step, 0) / (l2 * global_step * lr
 * + sqrt(s))}, for {@code l1 <= 0} without the bound.
 */
@OpSpec(
        value = "ResourceSparseApplyAdagradDA(var: resource, gradient_accumulator: resource, "
                + "gradient_squared_accumulator: resource, grad: T, indices: Tindices, lr: T, l1: T, l2: T, "
                + "global_step: int64) -> (); T: numbertype; Tindices: {int32, int64}; use_locking: bool = false",
        stateful = true)
public final class ResourceSparseApplyAdagradDA extends SparseApply {
    public ResourceSparseApplyAdagradDA() {
        super(new AdagradDualAveragingRule());
    }
}
