package io.leat.ops.training;

import io.leat.graph.Attrs;
import io.leat.ir.Scalar;
import java.util.List;

/**
 * {@code alpha = lr * sqrt(1 - beta2_power) / (1 - beta1_power)}; {@code m += (grad - m) * (1 - beta1)}; {@code v += (grad² -
 * v) * (1 - beta2)}; {@code var -= m * alpha / (sqrt(v) + epsilon)}, where with {@code use_nesterov} {@code grad * (1 -
 * beta1) + beta1 * m} stands for {@code m}.
 */
final class AdamRule implements Rule {
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
                new int[] {3, 4, 5},
                s -> s.get(2)
                        .times(s.get(1).constant(1).minus(s.get(1)).sqrt())
                        .dividedBy(s.get(0).constant(1).minus(s.get(0)))));
    }

    @Override
    public List<Scalar> update(List<Scalar> x, Attrs attrs) {
        Scalar var = x.get(0);
        Scalar m = x.get(1);
        Scalar v = x.get(2);
        Scalar beta1 = x.get(6);
        Scalar beta2 = x.get(7);
        Scalar epsilon = x.get(8);
        Scalar grad = x.get(9);
        Scalar alpha = x.get(10);
        Scalar rest = beta1.constant(1).minus(beta1);
        Scalar m1 = m.plus(grad.minus(m).times(rest));
        Scalar v1 = v.plus(grad.square().minus(v).times(beta2.constant(1).minus(beta2)));
        Scalar direction = attrs.bool("use_nesterov") ? grad.times(rest).plus(beta1.times(m1)) : m1;
        Scalar change = direction.times(alpha).dividedBy(v1.sqrt().plus(epsilon));
        return List.of(var.minus(change), m1, v1);
    }
}
