package io.leat.ops.training;

import io.leat.graph.Attrs;
import io.leat.ir.Scalar;
import java.util.List;

/**
 * {@code ms += (grad² - ms) * (1 - rho)}; {@code mom = mom * momentum + grad * lr / sqrt(ms + epsilon)}; {@code var -= mom}.
 */
final class RmsPropRule implements Rule {
    @Override
    public int cells() {
        return 3;
    }

    @Override
    public int[] writes(Attrs attrs) {
        return new int[] {0, 1, 2};
    }

    @Override
    public List<Scalar> update(List<Scalar> x, Attrs attrs) {
        Scalar var = x.get(0);
        Scalar ms = x.get(1);
        Scalar mom = x.get(2);
        Scalar lr = x.get(3);
        Scalar rho = x.get(4);
        Scalar momentum = x.get(5);
        Scalar epsilon = x.get(6);
        Scalar grad = x.get(7);
        Scalar s = ms.plus(grad.square().minus(ms).times(rho.constant(1).minus(rho)));
        Scalar m = mom.times(momentum)
                .plus(grad.times(lr).dividedBy(s.plus(epsilon).sqrt()));
        return List.of(var.minus(m), s, m);
    }
}
