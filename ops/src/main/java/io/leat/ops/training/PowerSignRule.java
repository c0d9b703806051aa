package io.leat.ops.training;

import io.leat.graph.Attrs;
import io.leat.ir.Scalar;
import java.util.List;

/**
 * {@code m = m * beta + grad * (1 - beta)}; {@code var -= lr * exp(logbase * sign_decay * sign(grad) * sign(m)) * grad}.
 */
final class PowerSignRule implements Rule {
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
        Scalar m = x.get(1);
        Scalar lr = x.get(2);
        Scalar logbase = x.get(3);
        Scalar decay = x.get(4);
        Scalar beta = x.get(5);
        Scalar grad = x.get(6);
        Scalar m1 = m.times(beta).plus(grad.times(beta.constant(1).minus(beta)));
        Scalar sign = grad.sign().times(m1.sign());
        return List.of(
                var.minus(lr.times(logbase.times(decay).times(sign).exp()).times(grad)), m1);
    }
}
