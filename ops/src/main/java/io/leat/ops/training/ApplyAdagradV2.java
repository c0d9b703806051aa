package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over a whole reference variable. The output is the variable.
 *
 * <p>{@code accum += grad²}; {@code var -= grad * lr / (sqrt(accum) + epsilon)}. Without {@code update_slots} {@code accum}
 * stays.
 */
@OpSpec("ApplyAdagradV2(var: Ref(T), accum: Ref(T), lr: T, epsilon: T, grad: T) -> (out: Ref(T)); T: "
        + "numbertype; use_locking: bool = false; update_slots: bool = true")
public final class ApplyAdagradV2 extends DenseApply {
    public ApplyAdagradV2() {
        super(new AdagradV2Rule());
    }
}
