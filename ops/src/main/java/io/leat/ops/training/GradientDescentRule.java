package io.leat.ops.training;

import io.leat.graph.Attrs;
import io.leat.ir.Scalar;
import java.util.List;

/**
 * {@code var -= alpha * delta}.
 */
final class GradientDescentRule implements Rule {
    @Override
    public int cells() {
        return 1;
    }

    @Override
    public int[] writes(Attrs attrs) {
        return new int[] {0};
    }

    @Override
    public List<Scalar> update(List<Scalar> x, Attrs attrs) {
        Scalar var = x.get(0);
        Scalar alpha = x.get(1);
        Scalar delta = x.get(2);
        return List.of(var.minus(delta.times(alpha)));
    }
}
