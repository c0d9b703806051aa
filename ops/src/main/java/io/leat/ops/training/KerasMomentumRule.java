package io.leat.ops.training;

import io.leat.graph.Attrs;
import io.leat.ir.Scalar;
import java.util.List;

/**
 * {@code accum = accum * momentum - grad * lr}, then {@code var += accum}, or with {@code use_nesterov} {@code var += accum *
 * momentum - grad * lr}.
 */
final class KerasMomentumRule implements Rule {
    @Override
    public int cells() {
        return 2;
    }

    @Override
    public int[] writes(Attrs attrs) {
        return new int[] {0, 1};
    }

    @Override
    public List<Scalar> update(List<Scalar> x, Attrs attrs) {
        Scalar var = x.get(0);
        Scalar accum = x.get(1);
        Scalar lr = x.get(2);
        Scalar grad = x.get(3);
        Scalar momentum = x.get(4);
        Scalar a = accum.times(momentum).minus(grad.times(lr));
        Scalar change = attrs.bool("use_nesterov") ? a.times(momentum).minus(grad.times(lr)) : a;
        return List.of(var.plus(change), a);
    }
}
