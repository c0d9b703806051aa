package io.leat.ops.training;

import io.leat.graph.Attrs;
import io.leat.ir.Scalar;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * {@code n = accum + grad²}; {@code linear += g - (n^-p - accum^-p) / lr * var} with {@code p = lr_power} and {@code g = grad +
 * 2 * l2_shrinkage * var}; {@code var = |linear| > l1 ? (l1 * sign(linear) - linear) / (n^-p / lr + 2 * l2) : 0}; {@code accum =
 * n}. With {@code multiply_linear_by_lr} {@code linear} and the bounds are larger by {@code lr}.
 */
final class FtrlRule implements Rule {
    private static final int LR = 4;

    /** Whether the op has an input {@code l2_shrinkage}. */
    private final boolean shrinks;

    FtrlRule(boolean shrinks) {
        this.shrinks = shrinks;
    }

    @Override
    public int cells() {
        return 3;
    }

    @Override
    public int[] writes(Attrs attrs) {
        return new int[] {0, 1, 2};
    }

    private int powerAt() {
        return shrinks ? 8 : 7;
    }

    @Override
    public List<Scalar> update(List<Scalar> x, Attrs attrs) {
        Scalar power = x.get(powerAt());
        Scalar isRoot = power.eq(power.constant(-.5));
        return step(x, attrs, n -> isRoot.select(n.sqrt(), n.pow(power.neg())));
    }

    @Override
    public List<Scalar> update(List<Scalar> x, Attrs attrs, IntFunction<@Nullable Tensor> constants) {
        Tensor power = constants.apply(powerAt());
        boolean isRoot =
                power != null && power.size() == 1 && Elements.of(power).real(0) == -.5;
        return isRoot ? step(x, attrs, Scalar::sqrt) : update(x, attrs);
    }

    private List<Scalar> step(List<Scalar> x, Attrs attrs, UnaryOperator<Scalar> root) {
        Scalar var = x.get(0);
        Scalar accum = x.get(1);
        Scalar linear = x.get(2);
        Scalar grad = x.get(3);
        Scalar lr = x.get(LR);
        boolean scaled = attrs.bool("multiply_linear_by_lr");
        Scalar l1 = scaled ? x.get(5).times(lr) : x.get(5);
        Scalar l2 = x.get(6).times(2);
        Scalar g = shrinks ? grad.plus(x.get(7).times(2).times(var)) : grad;
        Scalar n = accum.plus(grad.square());
        Scalar root1 = root.apply(n);
        Scalar growth = root1.minus(root.apply(accum));
        Scalar change = scaled
                ? g.times(lr).minus(growth.times(var))
                : g.minus(growth.dividedBy(lr).times(var));
        Scalar z = linear.plus(change);
        Scalar bottom = scaled ? root1.plus(l2.times(lr)) : root1.dividedBy(lr).plus(l2);
        Scalar next = l1.times(z.sign()).minus(z).dividedBy(bottom);
        return List.of(z.abs().gt(l1).select(next, var.constant(0)), n, z);
    }
}
