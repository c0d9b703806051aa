package io.leat.ops.training;

import io.leat.graph.Attrs;
import io.leat.ir.Scalar;
import java.util.List;

/**
 * {@code ms += (grad² - ms) * (1 - rho)}; {@code mg += (grad - mg) * (1 - rho)}; {@code mom = mom * momentum + grad * lr /
 * sqrt(ms - mg² + epsilon)}; {@code var -= mom}.
 */
final class CenteredRmsPropRule implements Rule {
    @Override
    public int cells() {
        return 4;
    }

    @Override
    public int[] writes(Attrs attrs) {
        return new int[] {0, 1, 2, 3};
    }

    @Override
    public List<Scalar> update(List<Scalar> x, Attrs attrs) {
        Scalar var = x.get(0);
        Scalar mg = x.get(1);
        Scalar ms = x.get(2);
        Scalar mom = x.get(3);
        Scalar lr = x.get(4);
        Scalar rho = x.get(5);
        Scalar momentum = x.get(6);
        Scalar epsilon = x.get(7);
        Scalar grad = x.get(8);
        Scalar rest = rho.constant(1).minus(rho);
        Scalar s = ms.plus(grad.square().minus(ms).times(rest));
        Scalar g = mg.plus(grad.minus(mg).times(rest));
        Scalar root = s.minus(g.square()).plus(epsilon).sqrt();
        Scalar m = mom.times(momentum).plus(grad.times(lr).dividedBy(root));
        return List.of(var.minus(m), g, s, m);
    }
}
