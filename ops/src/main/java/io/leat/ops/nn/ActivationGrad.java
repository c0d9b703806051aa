package io.leat.ops.nn;

import io.leat.graph.Accuracy;
import io.leat.graph.Attrs;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.ir.Scalar;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.UnimplementedException;
import io.leat.tensor.raw.Elements;

/**
 * Gradients of activations: each element from one of the incoming gradient and one of the activation's input or output,
 * both of the same shape.
 */
abstract class ActivationGrad extends Op {
    /** The plain meaning for floating dtypes; the result is rounded to the dtype. */
    abstract double reference(double g, double x, Attrs attrs);

    /** The plain meaning for integers, of dtype {@code type}. */
    long reference(long g, long x, DType type) {
        throw new UnimplementedException(name() + " of " + type.signatureName());
    }

    /** The same as an expression of the kernel IR. */
    abstract Scalar lower(Scalar g, Scalar x, Attrs attrs);

    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(0).merge(c.shape(1)));
    }

    @Override
    protected void compute(Compute c) {
        if (!c.shape(0).equals(c.shape(1))) {
            throw new InvalidArgumentException("g and a must be the same size");
        }
        Elements g = Elements.of(c.input(0));
        Elements x = Elements.of(c.input(1));
        Elements y = Elements.allocate(g.dtype(), g.shape());
        for (int i = 0; i < y.size(); i++) {
            if (g.dtype().isFloating()) {
                y.set(i, reference(g.real(i), x.real(i), c.attrs()));
            } else {
                y.setInteger(i, reference(g.integer(i), x.integer(i), g.dtype()));
            }
        }
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        DType t = c.dtype(0);
        if (!Scalar.supports(t)) {
            return false;
        }
        Scalar body = lower(Scalar.input(0, t), Scalar.input(1, t), c.attrs());
        c.output(0, c.map(body, c.input(0), c.input(1)));
        return true;
    }

    /** The gradient where it only passes on what came, as rectifiers do: this op again, and nothing to the features. */
    final void passOn(Backprop b) {
        b.dx(
                0,
                b.tf().op(name())
                        .input(b.dy(0))
                        .input(b.input(1))
                        .attrs(b.attrs())
                        .add()
                        .output(0));
        b.dx(1, b.tf().call("ZerosLike", b.input(1)));
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(4);
    }
}
