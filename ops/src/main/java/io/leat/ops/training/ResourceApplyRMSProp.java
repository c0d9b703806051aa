package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over a whole resource variable.
 *
 * <p>{@code ms += (grad² - ms) * (1 - rho)}; {@code mom = mom * momentum + grad * lr / sqrt(ms + epsilon)}; {@code var -= mom}.
 */
@OpSpec(
        value = "ResourceApplyRMSProp(var: resource, ms: resource, mom: resource, lr: T, rho: T, momentum: T, "
                + "epsilon: T, grad: T) -> (); T: numbertype; use_locking: bool = false",
        stateful = true)
public final class ResourceApplyRMSProp extends DenseApply {
    public ResourceApplyRMSProp() {
        super(new RmsPropRule());
    }
}
