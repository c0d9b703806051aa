package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over the rows {@code indices} of a resource variable.
 *
 * <p>{@code ms += (grad² - ms) * (1 - rho)}; {@code mg += (grad - mg) * (1 - rho)}; {@code mom = mom * momentum + grad * lr /
 * sqrt(ms - mg² + epsilon)}; {@code var -= mom}.
 */
@OpSpec(
        value = "ResourceSparseApplyCenteredRMSProp(var: resource, mg: resource, ms: resource, mom: resource, lr: "
                + "T, rho: T, momentum: T, epsilon: T, grad: T, indices: Tindices) -> (); T: numbertype; Tindices: "
                + "{int32, int64}; use_locking: bool = false",
        stateful = true)
public final class ResourceSparseApplyCenteredRMSProp extends SparseApply {
    public ResourceSparseApplyCenteredRMSProp() {
        super(new CenteredRmsPropRule());
    }
}
