package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over the rows {@code indices} of a resource variable.
 *
 * <p>{@code n = accum + grad²}; {@code linear += g - (n^-p - accum^-p) / lr * var} with {@code p = lr_power} and {@code g = grad
 * + 2 * l2_shrinkage * var}; {@code var = |linear| > l1 ? (l1 * sign(linear) - linear) / (n^-p / lr + 2 * l2) : 0}; {@code
 * accum = n}. With {@code multiply_linear_by_lr} {@code linear} and the bounds are larger by {@code lr}.
 */
@OpSpec(
        value = "ResourceSparseApplyFtrl(var: resource, accum: resource, linear: resource, grad: T, indices: "
                + "Tindices, lr: T, l1: T, l2: T, lr_power: T) -> (); T: numbertype; Tindices: {int32, int64}; "
                + "use_locking: bool = false; multiply_linear_by_lr: bool = false",
        stateful = true)
public final class ResourceSparseApplyFtrl extends SparseApply {
    public ResourceSparseApplyFtrl() {
        super(new FtrlRule(false));
    }
}
