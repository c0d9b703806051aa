package io.leat.ops.training;

import io.leat.graph.Attrs;
import io.leat.ir.Scalar;
import java.util.List;

/**
 * {@code m += (grad - m) * (1 - beta1)}; {@code v = max(beta2 * v, |grad|)}; {@code var -= lr / (1 - beta1_power) * (m / (v
 * + epsilon))}.
 */
final class AdaMaxRule implements Rule {
    @Override
    public int cells() {
        return 3;
    }

    @Override
    public int[] writes(Attrs attrs) {
        return new int[] {0, 1, 2};
    }

    @Override
    public List<Common> common() {
        return List.of(new Common(
                new int[] {3, 4}, s -> s.get(1).dividedBy(s.get(0).constant(1).minus(s.get(0)))));
    }

    @Override
    public List<Scalar> update(List<Scalar> x, Attrs attrs) {
        Scalar var = x.get(0);
        Scalar m = x.get(1);
        Scalar v = x.get(2);
        Scalar beta1 = x.get(5);
        Scalar beta2 = x.get(6);
        Scalar epsilon = x.get(7);
        Scalar grad = x.get(8);
        Scalar rate = x.get(9);
        Scalar m1 = m.plus(grad.minus(m).times(beta1.constant(1).minus(beta1)));
        Scalar v1 = beta2.times(v).max(grad.abs());
        return List.of(var.minus(rate.times(m1.dividedBy(v1.plus(epsilon)))), m1, v1);
    }
}
