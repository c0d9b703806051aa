package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over a whole resource variable.
 *
 * <p>{@code n = accum + grad²}; {@code linear += g - (n^-p - accum^-p) / lr * var} with {@code p = lr_power} and {@code g = grad
 * + 2 * l2_shrinkage * var}; {@code var = |linear| > l1 ? (l1 * sign(linear) - linear) / (n^-p / lr + 2 * l2) : 0}; {@code
 * accum = n}. With {@code multiply_linear_by_lr} {@code linear} and the bounds are larger by {@code lr}.
 */
@OpSpec(
        value = "ResourceApplyFtrlV2(var: resource, accum: resource, linear: resource, grad: T, lr: T, l1: T, l2: "
                + "T, l2_shrinkage: T, lr_power: T) -> (); T: numbertype; use_locking: bool = false; "
                + "multiply_linear_by_lr: bool = false",
        stateful = true)
public final class ResourceApplyFtrlV2 extends DenseApply {
    public ResourceApplyFtrlV2() {
        super(new FtrlRule(true));
    }
}
