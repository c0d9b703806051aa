package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over a whole resource variable.
 *
 * <p>{@code accum += grad²}; {@code var -= grad * lr / (sqrt(accum) + epsilon)}. Without {@code update_slots} {@code accum}
 * stays.
 */
@OpSpec(
        value = "ResourceApplyAdagradV2(var: resource, accum: resource, lr: T, epsilon: T, grad: T) -> (); T: "
                + "numbertype; use_locking: bool = false; update_slots: bool = true",
        stateful = true)
public final class ResourceApplyAdagradV2 extends DenseApply {
    public ResourceApplyAdagradV2() {
        super(new AdagradV2Rule());
    }
}
