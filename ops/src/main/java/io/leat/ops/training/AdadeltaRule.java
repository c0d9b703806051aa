package io.leat.ops.training;

import io.leat.graph.Attrs;
import io.leat.ir.Scalar;
import java.util.List;

/**
 * {@code accum = accum * rho + grad² * (1 - rho)}; {@code update = sqrt(accum_update + epsilon) / sqrt(accum + epsilon) *
 * grad}; {@code var -= update * lr}; {@code accum_update = accum_update * rho + update² * (1 - rho)}.
 */
final class AdadeltaRule implements Rule {
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
        Scalar accum = x.get(1);
        Scalar accumUpdate = x.get(2);
        Scalar lr = x.get(3);
        Scalar rho = x.get(4);
        Scalar epsilon = x.get(5);
        Scalar grad = x.get(6);
        Scalar rest = rho.constant(1).minus(rho);
        Scalar a = accum.times(rho).plus(grad.square().times(rest));
        Scalar update =
                accumUpdate.plus(epsilon).sqrt().times(a.plus(epsilon).rsqrt()).times(grad);
        Scalar u = accumUpdate.times(rho).plus(update.square().times(rest));
        return List.of(var.minus(update.times(lr)), a, u);
    }
}
