package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over a whole resource variable.
 *
 * <p>{@code var -= alpha * delta}.
 */
@OpSpec(
        value = "ResourceApplyGradientDescent(var: resource, alpha: T, delta: T) -> (); T: numbertype; "
                + "use_locking: bool = false",
        stateful = true)
public final class ResourceApplyGradientDescent extends DenseApply {
    public ResourceApplyGradientDescent() {
        super(new GradientDescentRule());
    }
}
