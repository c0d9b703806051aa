package io.leat.ops.training;

import io.leat.graph.Attrs;
import io.leat.ir.Scalar;
import java.util.List;

/**
 * {@code prox = var - alpha * delta}; {@code var = sign(prox) / (1 + alpha * l2) * max(|prox| - alpha * l1, 0)}, for {@code
 * l1 <= 0} without the bound.
 */
final class ProximalGradientDescentRule implements Rule {
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
        Scalar l1 = x.get(2);
        Scalar l2 = x.get(3);
        Scalar delta = x.get(4);
        return List.of(Shrink.of(var.minus(delta.times(alpha)), alpha, l1, l2));
    }
}
