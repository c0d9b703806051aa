package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over a whole resource variable.
 *
 * <p>{@code accum += grad²}; {@code var -= grad * lr / sqrt(accum)}. Without {@code update_slots} {@code accum} stays.
 */
@OpSpec(
        value = "ResourceApplyAdagrad(var: resource, accum: resource, lr: T, grad: T) -> (); T: numbertype; "
                + "use_locking: bool = false; update_slots: bool = true",
        stateful = true)
public final class ResourceApplyAdagrad extends DenseApply {
    public ResourceApplyAdagrad() {
        super(new AdagradRule());
    }
}
