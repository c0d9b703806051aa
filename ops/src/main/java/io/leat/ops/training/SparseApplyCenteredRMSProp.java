package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over the rows {@code indices} of a reference variable. The output is the variable.
 *
 * <p>{@code ms += (grad² - ms) * (1 - rho)}; {@code mg += (grad - mg) * (1 - rho)}; {@code mom = mom * momentum + grad * lr /
 * sqrt(ms - mg² + epsilon)}; {@code var -= mom}.
 */
@OpSpec("SparseApplyCenteredRMSProp(var: Ref(T), mg: Ref(T), ms: Ref(T), mom: Ref(T), lr: T, rho: T, "
        + "momentum: T, epsilon: T, grad: T, indices: Tindices) -> (out: Ref(T)); T: numbertype; Tindices: "
        + "{int32, int64}; use_locking: bool = false")
public final class SparseApplyCenteredRMSProp extends SparseApply {
    public SparseApplyCenteredRMSProp() {
        super(new CenteredRmsPropRule());
    }
}
