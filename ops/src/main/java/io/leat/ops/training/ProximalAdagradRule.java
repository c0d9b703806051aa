package io.leat.ops.training;

import io.leat.graph.Attrs;
import io.leat.ir.Scalar;
import java.util.List;

/**
 * {@code accum += grad²}; {@code rate = lr / sqrt(accum)}; then the step of {@code ProximalGradientDescent} with that rate.
 */
final class ProximalAdagradRule implements Rule {
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
        Scalar l1 = x.get(3);
        Scalar l2 = x.get(4);
        Scalar grad = x.get(5);
        Scalar a = accum.plus(grad.square());
        Scalar rate = lr.times(a.rsqrt());
        return List.of(Shrink.of(var.minus(grad.times(rate)), rate, l1, l2), a);
    }
}
