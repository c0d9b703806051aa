package io.leat.ops.nn;

import io.leat.graph.Accuracy;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;

/** The gradient of the filter of a convolution. Inputs: the input, the filter's shape, the gradient of the output. */
abstract class ConvFilterGradient extends Op {
    abstract ConvKind kind();

    @Override
    protected void infer(Inference c) {
        Windows windows = Windows.of(name(), c.attrs(), kind().spatial);
        int rank = windows.format().rank();
        c.shape(0, rank);
        c.shape(2, rank);
        c.output(0, c.shapeValue(1).withRank(rank));
    }

    @Override
    protected void compute(Compute c) {
        if (c.shape(1).rank() != 1) {
            throw new InvalidArgumentException(name() + ": filter_sizes input must be 1-dim, not "
                    + c.shape(1).rank());
        }
        Shape filter = Shape.of(c.integers(1)).requireFullyKnown();
        ConvSizes sizes = ConvSizes.of(kind(), name(), c.attrs(), c.shape(0), filter);
        sizes.requireGradient(name(), c.shape(2));
        Products sums = new Products(c.input(0), c.input(2), filter);
        sizes.forEach((i, f, o) -> sums.add(i, o, f));
        c.output(0, sums.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        return ConvLowering.filterGradient(c, kind(), name());
    }

    @Override
    protected void gradient(Backprop b) {
        Output in = b.input(0);
        Output dOut = b.input(2);
        b.dx(0, kind().inputGradient(b.tf(), b.attrs(), in, b.dy(0), dOut));
        b.dx(2, kind().forward(b.tf(), b.attrs(), in, b.dy(0)));
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(64);
    }
}
