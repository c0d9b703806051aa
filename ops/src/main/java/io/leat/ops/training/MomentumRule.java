package io.leat.ops.training;

import io.leat.graph.Attrs;
import io.leat.ir.Scalar;
import java.util.List;

/**
 * {@code accum = accum * momentum + grad}, then {@code var -= lr * accum}, or with {@code use_nesterov} {@code var -= grad *
 * lr + accum * momentum * lr}.
 */
final class MomentumRule implements Rule {
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
        Scalar a = accum.times(momentum).plus(grad);
        Scalar change = attrs.bool("use_nesterov")
                ? grad.times(lr).plus(a.times(momentum).times(lr))
                : a.times(lr);
        return List.of(var.minus(change), a);
    }
}
