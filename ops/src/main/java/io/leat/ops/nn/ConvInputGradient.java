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

/** The gradient of the input of a convolution. Inputs: the input's shape, the filter, the gradient of the output. */
abstract class ConvInputGradient extends Op {
    abstract ConvKind kind();

    @Override
    protected void infer(Inference c) {
        Windows windows = Windows.of(name(), c.attrs(), kind().spatial);
        ImageFormat format = windows.format();
        int rank = format.rank();
        Shape filter = c.shape(1, rank);
        Shape dOut = c.shape(2, rank);
        c.output(0, full(format, c.shapeValue(0), filter, dOut).withRank(rank));
    }

    /** The shape of the input from the sizes given, which may be those of the spatial dimensions alone. */
    private Shape full(ImageFormat format, Shape sizes, Shape filter, Shape dOut) {
        if (kind() == ConvKind.CONV_2D && sizes.rank() == format.spatial()) {
            return format.shape(dOut.dim(0), sizes.dims(), filter.dim(-2));
        }
        if (sizes.hasRank() && sizes.rank() != format.rank()) {
            throw new InvalidArgumentException(name() + " requires input_sizes to contain " + format.rank()
                    + " values or " + format.spatial() + " values, but got: " + sizes.rank());
        }
        return sizes;
    }

    @Override
    protected void compute(Compute c) {
        ImageFormat format = ImageFormat.of(c.attrs(), kind().spatial);
        if (c.shape(0).rank() != 1) {
            throw new InvalidArgumentException(name() + ": input_sizes input must be 1-dim, not "
                    + c.shape(0).rank());
        }
        Shape in = full(format, Shape.of(c.integers(0)).requireFullyKnown(), c.shape(1), c.shape(2));
        ConvSizes sizes = ConvSizes.of(kind(), name(), c.attrs(), in, c.shape(1));
        sizes.requireGradient(name(), c.shape(2));
        Products sums = new Products(c.input(1), c.input(2), in);
        sizes.forEach((i, f, o) -> sums.add(f, o, i));
        c.output(0, sums.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        return ConvLowering.inputGradient(c, kind(), name());
    }

    @Override
    protected void gradient(Backprop b) {
        Output filter = b.input(1);
        Output dOut = b.input(2);
        b.dx(1, kind().filterGradient(b.tf(), b.attrs(), b.dy(0), filter, dOut));
        b.dx(2, kind().forward(b.tf(), b.attrs(), b.dy(0), filter));
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(32);
    }
}
