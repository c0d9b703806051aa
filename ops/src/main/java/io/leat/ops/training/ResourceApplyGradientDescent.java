package io.leat.ops.training;

import io.leat.graph.OpSpec;
import io.leat.ir.Scalar;
import java.util.List;

/** {@code var -= alpha * delta}. */
@OpSpec(
        value = "ResourceApplyGradientDescent(var: resource, alpha: T, delta: T) -> (); "
                + "T: numbertype; use_locking: bool = false",
        stateful = true)
public final class ResourceApplyGradientDescent extends DenseApply {
    @Override
    protected int cells() {
        return 1;
    }

    @Override
    protected int[] writes() {
        return new int[] {0};
    }

    @Override
    protected List<Scalar> update(List<Scalar> x) {
        return List.of(x.get(0).minus(x.get(1).times(x.get(2))));
    }
}
