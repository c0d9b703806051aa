package io.leat.ops.math;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.ir.BinaryFunction;
import io.leat.ir.Scalar;
import io.leat.ops.family.BinaryElementwise;
import io.leat.ops.family.Broadcast;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Ops that say whether elements are equal, of any dtype. Shapes that do not broadcast are an error, or, when attribute
 * {@code incompatible_shape_error} is false, give one scalar: not equal. No gradient.
 */
abstract class Equality extends BinaryElementwise {
    /** Whether the op asks for difference. */
    protected abstract boolean negated();

    private static @Nullable Shape common(Shape a, Shape b) {
        try {
            return a.broadcast(b);
        } catch (InvalidArgumentException e) {
            return null;
        }
    }

    @Override
    protected void infer(Inference c) {
        if (c.attrs().bool("incompatible_shape_error")) {
            super.infer(c);
            return;
        }
        Shape a = c.shape(0);
        Shape b = c.shape(1);
        if (a.isFullyKnown() && b.isFullyKnown()) {
            Shape common = common(a, b);
            c.output(0, common == null ? Shape.SCALAR : common);
        }
    }

    @Override
    protected void compute(Compute c) {
        Shape shape = common(c.shape(0), c.shape(1));
        if (shape == null && !c.attrs().bool("incompatible_shape_error")) {
            c.output(0, Tensor.scalar(negated()));
            return;
        }
        if (shape == null
                || Scalar.supports(c.input(0).dtype())
                || c.input(0).dtype().isComplex()) {
            super.compute(c);
            return;
        }
        int[] ia = Broadcast.indices(c.shape(0), shape);
        int[] ib = Broadcast.indices(c.shape(1), shape);
        Elements a = Elements.of(c.input(0));
        Elements b = Elements.of(c.input(1));
        Elements z = Elements.allocate(DType.BOOL, shape);
        for (int i = 0; i < ia.length; i++) {
            z.set(i, a.same(ia[i], b, ib[i]) != negated());
        }
        c.output(0, z.tensor());
    }

    @Override
    protected double reference(double a, double b) {
        return (a == b) != negated() ? 1 : 0;
    }

    @Override
    protected long reference(long a, long b, DType type) {
        return (a == b) != negated() ? 1 : 0;
    }

    @Override
    protected double[] reference(double aRe, double aIm, double bRe, double bIm) {
        return new double[] {(aRe == bRe && aIm == bIm) != negated() ? 1 : 0, 0};
    }

    @Override
    protected Scalar lower(Scalar a, Scalar b) {
        return a.apply(negated() ? BinaryFunction.NOT_EQUAL : BinaryFunction.EQUAL, b);
    }

    @Override
    protected boolean lower(Lowering c) {
        return common(c.shape(0), c.shape(1)) != null && super.lower(c);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.EXACT;
    }
}
