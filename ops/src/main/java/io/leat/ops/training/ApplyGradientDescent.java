package io.leat.ops.training;

import io.leat.graph.OpSpec;

/**
 * A step over a whole reference variable. The output is the variable.
 *
 * <p>{@code var -= alpha * delta}.
 */
@OpSpec("ApplyGradientDescent(var: Ref(T), alpha: T, delta: T) -> (out: Ref(T)); T: numbertype; "
        + "use_locking: bool = false")
public final class ApplyGradientDescent extends DenseApply {
    public ApplyGradientDescent() {
        super(new GradientDescentRule());
    }
}
