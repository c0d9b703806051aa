package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over a whole reference variable. The output is the variable.
 *
 * <p>{@code ms += (grad² - ms) * (1 - rho)}; {@code mg += (grad - mg) * (1 - rho)}; {@code mom = mom * momentum + grad * lr /
 * sqrt(ms - mg² + epsilon)}; {@code var -= mom}.
 */
@OpSpec("ApplyCenteredRMSProp(var: Ref(T), mg: Ref(T), ms: Ref(T), mom: Ref(T), lr: T, rho: T, momentum: "
        + "T, epsilon: T, grad: T) -> (out: Ref(T)); T: numbertype; use_locking: bool = false")
public final class ApplyCenteredRMSProp extends DenseApply {
    public ApplyCenteredRMSProp() {
        super(new CenteredRmsPropRule());
    }
}
