package io.leat.ops.training;

import io.leat.graph.Attrs;
import io.leat.ir.Scalar;
import java.util.List;

/**
 * {@code accum += grad²}; {@code var -= grad * lr / (sqrt(accum) + epsilon)}. Without {@code update_slots} {@code accum}
 * stays.
 */
final class AdagradV2Rule implements Rule {
    @Override
    public int cells() {
        return 2;
    }

    @Override
    public int[] writes(Attrs attrs) {
        return attrs.bool("update_slots") ? new int[] {0, 1} : new int[] {0};
    }

    @Override
    public List<Scalar> update(List<Scalar> x, Attrs attrs) {
        Scalar var = x.get(0);
        Scalar accum = x.get(1);
        Scalar lr = x.get(2);
        Scalar epsilon = x.get(3);
        Scalar grad = x.get(4);
        boolean update = attrs.bool("update_slots");
        Scalar a = update ? accum.plus(grad.square()) : accum;
        Scalar next = var.minus(grad.times(lr).dividedBy(a.sqrt().plus(epsilon)));
        return update ? List.of(next, a) : List.of(next);
    }
}
