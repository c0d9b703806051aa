package io.leat.ops.nn;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.ir.Scalar;
import io.leat.ir.Value;
import io.leat.ops.family.Broadcast;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/** Adding a vector of biases along the channel dimension. */
abstract class BiasAddition extends Op {
    @Override
    protected void infer(Inference c) {
        Shape value = c.shape(0);
        Shape bias = c.shape(1, 1);
        if (!value.hasRank()) {
            return;
        }
        value.withRankAtLeast(BiasAxis.isSecond(c.attrs()) ? 3 : 2);
        int axis = BiasAxis.of(c.attrs(), value.rank());
        c.output(0, value.withDim(axis, Shape.mergeDims(value.dim(axis), bias.dim(0))));
    }

    @Override
    protected void compute(Compute c) {
        Shape shape = c.shape(0);
        check(shape, c.shape(1), BiasAxis.isSecond(c.attrs()));
        Shape spread = BiasAxis.spread(c.attrs(), shape.rank(), c.shape(1).dim(0));
        int[] channel = Broadcast.indices(spread, shape);
        Elements x = Elements.of(c.input(0));
        Elements b = Elements.of(c.input(1));
        Elements y = Elements.allocate(x.dtype(), shape);
        for (int i = 0; i < channel.length; i++) {
            int j = channel[i];
            if (x.dtype().isInteger()) {
                y.setInteger(i, x.integer(i) + b.integer(j));
            } else {
                y.set(i, x.real(i) + b.real(j), x.imag(i) + b.imag(j));
            }
        }
        c.output(0, y.tensor());
    }

    private static void check(Shape value, Shape bias, boolean second) {
        if (value.rank() < 2) {
            throw new InvalidArgumentException("Input tensor must be at least 2D: " + value);
        }
        if (bias.rank() != 1) {
            throw new InvalidArgumentException("Biases must be 1D: " + bias);
        }
        long channels = value.dim(second ? 1 : -1);
        if (channels != bias.dim(0)) {
            throw new InvalidArgumentException(
                    second
                            ? "Must provide as many biases as the channel dimension of the input tensor: " + bias
                                    + " vs. " + channels + " in " + value
                            : "Must provide as many biases as the last dimension of the input tensor: " + bias + " vs. "
                                    + value);
        }
    }

    @Override
    protected boolean lower(Lowering c) {
        DType t = c.dtype(0);
        if (!Scalar.supports(t)) {
            return false;
        }
        Value bias = c.reshape(
                c.input(1),
                BiasAxis.spread(c.attrs(), c.shape(0).rank(), c.shape(1).dim(0)));
        c.output(0, c.map(Scalar.input(0, t).plus(Scalar.input(1, t)), c.input(0), bias));
        return true;
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(1);
    }
}
