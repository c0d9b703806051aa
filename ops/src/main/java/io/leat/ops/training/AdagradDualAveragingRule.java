package io.leat.ops.training;

import io.leat.graph.Attrs;
import io.leat.ir.Scalar;
import java.util.List;

/**
 * {@code g += grad}; {@code s += grad²}; {@code var = -lr * sign(g) * max(|g| - l1 * global_step, 0) / (l2 * global_step * lr
 * + sqrt(s))}, for {@code l1 <= 0} without the bound.
 */
final class AdagradDualAveragingRule implements Rule {
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
        Scalar sum = x.get(1);
        Scalar squares = x.get(2);
        Scalar grad = x.get(3);
        Scalar lr = x.get(4);
        Scalar l1 = x.get(5);
        Scalar l2 = x.get(6);
        Scalar globalStep = x.get(7);
        Scalar step = globalStep.cast(lr.type());
        Scalar g = sum.plus(grad);
        Scalar s = squares.plus(grad.square());
        Scalar bounded = g.sign().times(g.abs().minus(l1.times(step)).max(0));
        Scalar top = l1.gt(0).select(bounded, g).times(lr.neg());
        return List.of(top.dividedBy(l2.times(step).times(lr).plus(s.sqrt())), g, s);
    }
}
