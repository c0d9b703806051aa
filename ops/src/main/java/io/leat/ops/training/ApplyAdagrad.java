package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over a whole reference variable. The output is the variable.
 *
 * <p>{@code accum += grad²}; {@code var -= grad * lr / sqrt(accum)}. Without {@code update_slots} {@code accum} stays.
 */
@OpSpec("ApplyAdagrad(var: Ref(T), accum: Ref(T), lr: T, grad: T) -> (out: Ref(T)); T: numbertype; "
        + "use_locking: bool = false; update_slots: bool = true")
public final class ApplyAdagrad extends DenseApply {
    public ApplyAdagrad() {
        super(new AdagradRule());
    }
}
