package io.leat.ops.training;

import io.leat.graph.Attrs;
import io.leat.ir.Scalar;
import java.util.List;

/**
 * As {@code Adam}, but with the largest {@code v} so far, {@code vhat}, in the divisor.
 */
final class AmsgradRule implements Rule {
    @Override
    public int cells() {
        return 4;
    }

    @Override
    public int[] writes(Attrs attrs) {
        return new int[] {0, 1, 2, 3};
    }

    @Override
    public List<Common> common() {
        return List.of(new Common(
                new int[] {4, 5, 6},
                s -> s.get(2)
                        .times(s.get(1).constant(1).minus(s.get(1)).sqrt())
                        .dividedBy(s.get(0).constant(1).minus(s.get(0)))));
    }

    @Override
    public List<Scalar> update(List<Scalar> x, Attrs attrs) {
        Scalar var = x.get(0);
        Scalar m = x.get(1);
        Scalar v = x.get(2);
        Scalar vhat = x.get(3);
        Scalar beta1 = x.get(7);
        Scalar beta2 = x.get(8);
        Scalar epsilon = x.get(9);
        Scalar grad = x.get(10);
        Scalar alpha = x.get(11);
        Scalar m1 = m.plus(grad.minus(m).times(beta1.constant(1).minus(beta1)));
        Scalar v1 = v.plus(grad.square().minus(v).times(beta2.constant(1).minus(beta2)));
        Scalar largest = vhat.max(v1);
        Scalar change = m1.times(alpha).dividedBy(largest.sqrt().plus(epsilon));
        return List.of(var.minus(change), m1, v1, largest);
    }
}
